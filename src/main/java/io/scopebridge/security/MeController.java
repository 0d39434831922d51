package io.scopebridge.security;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.scopebridge.security.session.LoggedIn;
import io.scopebridge.user.Source;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The current user, so that a page can grey out what the role does not permit. */
@RestController
class MeController {

    private static final List<String> STRONGEST_FIRST = List.of("admin", "operator", "viewer");

    /**
     * @param role    viewer, operator or admin; each includes the previous one
     * @param source  where the user is defined: database, settings, file, sign-on
     * @param version of the hub; absent while it is not packaged
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Me(String user, String role, Source source, String version) {
    }

    private final ObjectProvider<BuildProperties> build;

    MeController(ObjectProvider<BuildProperties> build) {
        this.build = build;
    }

    @GetMapping("/api/me")
    Me me(Authentication login) {
        List<String> roles = login.getAuthorities().stream().map(authority -> authority.getAuthority().replaceFirst("^ROLE_", "")).toList();
        BuildProperties built = build.getIfAvailable();
        return new Me(login.getName(), STRONGEST_FIRST.stream().filter(roles::contains).findFirst().orElseThrow(), source(login), built == null ? null : built.getVersion());
    }

    private static Source source(Authentication login) {
        return login.getPrincipal() instanceof LoggedIn known ? known.user().source() : null;
    }
}
