package io.scopebridge.security;

import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The current user, so that a page can grey out what the role does not permit. */
@RestController
class MeController {

    private static final List<String> STRONGEST_FIRST = List.of("admin", "operator", "viewer");

    /** @param role viewer, operator or admin; each includes the previous one */
    record Me(String user, String role) {
    }

    @GetMapping("/api/me")
    Me me(Authentication login) {
        List<String> roles = login.getAuthorities().stream().map(authority -> authority.getAuthority().replaceFirst("^ROLE_", "")).toList();
        return new Me(login.getName(), STRONGEST_FIRST.stream().filter(roles::contains).findFirst().orElseThrow());
    }
}
