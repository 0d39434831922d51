package io.scopebridge.audit;

import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;

/** A user as named in the audit trail. */
final class Who {

    private Who() {
    }

    static String name(Authentication user) {
        return user == null || user.getName() == null || user.getName().isBlank() ? "nobody" : user.getName();
    }

    static String role(Authentication user) {
        String roles = user == null ? "" : user.getAuthorities().stream().map(authority -> authority.getAuthority())
            .filter(name -> name.startsWith("ROLE_")).map(name -> name.substring(5)).collect(Collectors.joining(","));
        return roles.isEmpty() ? null : roles.substring(0, Math.min(roles.length(), 40));
    }
}
