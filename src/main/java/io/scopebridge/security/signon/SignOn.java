package io.scopebridge.security.signon;

import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/** Sign-on at a provider of OpenID Connect, if one is configured. */
@Component
public class SignOn {

    public static final String LINK = "/oauth2/authorization/" + SignOnProvider.ID;
    public static final String SIGN_OUT = SignOutController.PATH;

    private final SignOnSettings settings;
    private final SignOnProvider provider;
    private final SignOnUsers users;
    private final SignOnFailures failures;
    private final ProviderCalls calls;

    SignOn(SignOnSettings settings, SignOnProvider provider, SignOnUsers users, SignOnFailures failures, ProviderCalls calls) {
        this.settings = settings;
        this.provider = provider;
        this.users = users;
        this.failures = failures;
        this.calls = calls;
    }

    public boolean isOn() {
        return settings.isOn();
    }

    public String title() {
        return settings.title();
    }

    /** @param wanted the requested page; @param otherwise where to without one */
    public void apply(HttpSecurity http, RequestCache wanted, String otherwise) throws Exception {
        if (!isOn()) return;
        RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(calls.forTokens());
        http.addFilterBefore(new SignOnGate(failures), OAuth2AuthorizationRequestRedirectFilter.class);
        http.oauth2Login(login -> login.loginPage("/login")
            .clientRegistrationRepository(provider)
            .authorizedClientRepository(new NoClients())
            .authorizationEndpoint(asks -> asks.authorizationRequestRepository(new AuthorizationCookie(provider)))
            .tokenEndpoint(answers -> answers.accessTokenResponseClient(tokens))
            .userInfoEndpoint(info -> info.oidcUserService(users))
            .successHandler(new ReturnFromProvider(otherwise, wanted))
            .failureHandler(failures)
            .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                @Override
                public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                    filter.setAuthenticationFailureHandler(failures);
                    return filter;
                }
            }));
    }
}
