package io.scopebridge.security;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import javax.management.ObjectName;
import org.jolokia.server.core.restrictor.RestrictorFactory;
import org.jolokia.server.core.service.api.Restrictor;
import org.jolokia.server.core.util.HttpMethod;
import org.jolokia.server.core.util.RequestType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** The policy of JMX over HTTP: jolokia-access.xml for everybody, and roles for operations that change something. */
public class JolokiaPolicy implements Restrictor {

    /** Prefixes of read-only operations, permitted to every authenticated user. */
    private static final List<String> LOOKS = List.of("browse", "dump", "list", "show", "canInvoke", "getLogResults", "jsonQueryLogResults",
            "getTriggerState", "health");
    private static final Set<String> OF_OPERATORS = Set.of("retry");

    private final Restrictor file;

    public JolokiaPolicy() throws IOException {
        file = RestrictorFactory.lookupPolicyRestrictor("classpath:/jolokia-access.xml");
    }

    @Override
    public boolean isOperationAllowed(ObjectName mbean, String operation) {
        return file.isOperationAllowed(mbean, operation)
                && (onlyLooks(operation) || hasRole("admin") || OF_OPERATORS.contains(nameOf(operation)) && hasRole("operator"));
    }

    /** Whether the operation changes nothing. */
    public static boolean onlyLooks(String operation) {
        return LOOKS.stream().anyMatch(nameOf(operation)::startsWith);
    }

    /** Without its signature. */
    private static String nameOf(String operation) {
        return operation.replaceFirst("\\(.*", "");
    }

    private static boolean hasRole(String role) {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        return user != null && user.getAuthorities().stream().anyMatch(granted -> granted.getAuthority().equals("ROLE_" + role));
    }

    @Override
    public boolean isAttributeWriteAllowed(ObjectName mbean, String attribute) {
        return false;
    }

    @Override
    public boolean isAttributeReadAllowed(ObjectName mbean, String attribute) {
        return file.isAttributeReadAllowed(mbean, attribute);
    }

    @Override
    public boolean isHttpMethodAllowed(HttpMethod method) {
        return file.isHttpMethodAllowed(method);
    }

    @Override
    public boolean isTypeAllowed(RequestType type) {
        return file.isTypeAllowed(type);
    }

    @Override
    public boolean isRemoteAccessAllowed(String... hostOrAddress) {
        return file.isRemoteAccessAllowed(hostOrAddress);
    }

    /** {@link OriginCheck} has accepted the request; no other origin may read a response. */
    @Override
    public boolean isOriginAllowed(String origin, boolean strict) {
        return strict;
    }

    /** {@link OriginCheck} compares the scheme too. Jolokia would refuse https pages behind a proxy that does not name its scheme. */
    @Override
    public boolean ignoreScheme() {
        return true;
    }

    @Override
    public boolean isObjectNameHidden(ObjectName mbean) {
        return file.isObjectNameHidden(mbean);
    }
}
