package io.scopebridge.security.signon;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** Leads to where the provider ends its own session, which lasts longer than that of the hub. */
@Controller
class SignOutController {

    static final String PATH = "/login/sign-out";

    private final SignOnProvider provider;
    private final SignOnSettings settings;

    SignOutController(SignOnProvider provider, SignOnSettings settings) {
        this.provider = provider;
        this.settings = settings;
    }

    @GetMapping(PATH)
    void signOut(HttpServletResponse response) throws IOException {
        String there = endSession();
        response.sendRedirect(there == null ? "/login?out" : UriComponentsBuilder.fromUriString(there).queryParam("client_id", "{client}").queryParam("post_logout_redirect_uri", "{back}")
            .encode().buildAndExpand(settings.clientId(), ServletUriComponentsBuilder.fromCurrentContextPath().path("/login").build().toUriString()).toUriString());
    }

    private String endSession() {
        try {
            return settings.isOn() ? provider.known().endSession() : null;
        } catch (ProviderAway e) {
            return null;
        }
    }
}
