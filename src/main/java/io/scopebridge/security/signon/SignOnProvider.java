package io.scopebridge.security.signon;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;

/** The provider, whose metadata is read when somebody first signs on, and again until it has answered, at most every five seconds. */
@Component
class SignOnProvider implements ClientRegistrationRepository {

    static final String ID = "sign-on";
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final List<String> ADDRESSES = List.of("authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint", "end_session_endpoint");
    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {
    };

    /** @param endSession where a user signs out of the provider, or null */
    record Known(ClientRegistration registration, Set<SignatureAlgorithm> algorithms, String endSession) {
    }

    private final SignOnSettings settings;
    private final RestTemplate calls;
    private Known known;
    private ProviderAway failure;
    private long failedAt;

    SignOnProvider(SignOnSettings settings, ProviderCalls calls) {
        this.settings = settings;
        this.calls = calls.plain();
    }

    @Override
    public ClientRegistration findByRegistrationId(String id) {
        return ID.equals(id) ? known().registration() : null;
    }

    /** @throws ProviderAway if its metadata cannot be read or used */
    synchronized Known known() {
        if (known != null) return known;
        if (failure != null && System.nanoTime() - failedAt < PAUSE_NANOS) throw failure;
        try {
            known = read();
            failure = null;
            return known;
        } catch (RuntimeException e) {
            failure = new ProviderAway("The metadata of " + settings.issuer() + " cannot be used: " + e.getMessage(), e);
            failedAt = System.nanoTime();
            throw failure;
        }
    }

    private Known read() {
        String address = settings.issuer().replaceFirst("/$", "") + "/.well-known/openid-configuration";
        Map<String, Object> metadata = Objects.requireNonNull(calls.exchange(address, HttpMethod.GET, null, OBJECT).getBody(), "it is empty");
        if (!settings.issuer().equals(metadata.get("issuer"))) throw new IllegalStateException("its issuer is " + metadata.get("issuer"));
        for (String name : ADDRESSES) {
            Object value = metadata.get(name);
            if (value != null && !ProviderAddress.isSafe(value.toString())) throw new IllegalStateException(name + " must be an https URL, or http on this machine");
        }
        ClientRegistration.Builder registration = ClientRegistrations.fromOidcConfiguration(metadata).registrationId(ID).clientId(settings.clientId())
            .scope(settings.scopes()).redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
            .clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build());
        if (settings.clientSecret().isBlank()) registration.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        else registration.clientSecret(settings.clientSecret());
        return new Known(registration.build(), algorithms(metadata), (String) metadata.get("end_session_endpoint"));
    }

    /** Those with a key pair: a token that is signed with the client secret, or not at all, is none. */
    private static Set<SignatureAlgorithm> algorithms(Map<String, Object> metadata) {
        Set<SignatureAlgorithm> algorithms = metadata.get("id_token_signing_alg_values_supported") instanceof Collection<?> names
            ? names.stream().map(name -> SignatureAlgorithm.from(String.valueOf(name))).filter(Objects::nonNull).collect(Collectors.toSet()) : Set.of(SignatureAlgorithm.RS256);
        if (algorithms.isEmpty()) throw new IllegalStateException("it signs with no algorithm that the hub knows");
        return algorithms;
    }
}
