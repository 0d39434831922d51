package io.scopebridge.security.signon;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The role that the claims of a user lead to. */
final class SignOnRoles {

    private final SignOnSettings settings;

    SignOnRoles(SignOnSettings settings) {
        this.settings = settings;
    }

    /** The strongest; empty if no value of the claim is known. */
    Optional<String> of(Map<String, Object> claims) {
        Set<String> values = values(claims);
        return Stream.of(Map.entry("admin", settings.admins()), Map.entry("operator", settings.operators()), Map.entry("viewer", settings.viewers()))
            .filter(role -> role.getValue().stream().anyMatch(values::contains)).map(Map.Entry::getKey).findFirst();
    }

    /** Of a text, or a list of texts; whatever else it is has none. */
    private Set<String> values(Map<String, Object> claims) {
        Object value = claims.get(settings.rolesClaim());
        if (value == null) {
            value = claims;
            for (String name : settings.rolesClaim().split("\\.")) value = value instanceof Map<?, ?> object ? object.get(name) : null;
        }
        Collection<?> all = value instanceof Collection<?> several ? several : value == null ? List.of() : List.of(value);
        return all.stream().filter(String.class::isInstance).map(String.class::cast).collect(Collectors.toSet());
    }
}
