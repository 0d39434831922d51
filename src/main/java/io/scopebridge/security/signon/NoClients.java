package io.scopebridge.security.signon;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;

/** Forgets the tokens of the provider: the hub asks it for nothing else. */
class NoClients implements OAuth2AuthorizedClientRepository {

    @Override
    public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(String registration, Authentication user, HttpServletRequest request) {
        return null;
    }

    @Override
    public void saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication user, HttpServletRequest request, HttpServletResponse response) {
        // See above.
    }

    @Override
    public void removeAuthorizedClient(String registration, Authentication user, HttpServletRequest request, HttpServletResponse response) {
        // See above.
    }
}
