package io.scopebridge.security.signon;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.web.util.WebUtils;

/**
 * What the hub asked the provider for, in a cookie of the browser that asked, for ten minutes: a session for each stranger who follows the
 * link would fill the database. Whoever changes the own cookie changes only the own sign-on.
 */
class AuthorizationCookie implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    static final String COOKIE = "sign-on";
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
    };
    private static final List<String> PARTS = List.of("state", "redirect", "nonce", "verifier");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SignOnProvider provider;

    AuthorizationCookie(SignOnProvider provider) {
        this.provider = provider;
    }

    @Override
    public void saveAuthorizationRequest(OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        if (asked == null) {
            set(request, response, "", Duration.ZERO);
            return;
        }
        try {
            Map<String, String> kept = Map.of("state", asked.getState(), "redirect", asked.getRedirectUri(), "nonce", asked.getAttribute("nonce"), "verifier", asked.getAttribute("code_verifier"));
            set(request, response, Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(kept)), Duration.ofMinutes(10));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Null if there is none, it is another one, or it lacks what the sign-on is checked with. */
    @Override
    public OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        String state = request.getParameter(OAuth2ParameterNames.STATE);
        if (cookie == null || state == null) return null;
        try {
            Map<String, String> kept = JSON.readValue(Base64.getUrlDecoder().decode(cookie.getValue()), TEXTS);
            boolean whole = kept != null && PARTS.stream().allMatch(part -> kept.get(part) != null && !kept.get(part).isEmpty());
            return whole && state.equals(kept.get("state")) ? asked(kept) : null;
        } catch (IOException | IllegalArgumentException notOurs) {
            return null;
        }
    }

    private OAuth2AuthorizationRequest asked(Map<String, String> kept) {
        ClientRegistration hub = provider.known().registration();
        return OAuth2AuthorizationRequest.authorizationCode().state(kept.get("state")).clientId(hub.getClientId()).authorizationUri(hub.getProviderDetails().getAuthorizationUri())
            .redirectUri(kept.get("redirect")).scopes(hub.getScopes())
            .attributes(Map.of(OAuth2ParameterNames.REGISTRATION_ID, SignOnProvider.ID, "nonce", kept.get("nonce"), "code_verifier", kept.get("verifier"))).build();
    }

    @Override
    public OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest asked = loadAuthorizationRequest(request);
        set(request, response, "", Duration.ZERO);
        return asked;
    }

    /** Lax: the provider leads back from another site. */
    private static void set(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(COOKIE, value).path("/login/oauth2").httpOnly(true).secure(request.isSecure()).sameSite("Lax").maxAge(age).build().toString());
    }
}
