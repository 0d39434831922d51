package io.scopebridge.remote;

import io.scopebridge.connection.Connection;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import org.apache.camel.CamelContext;
import org.springframework.stereotype.Component;

/** The optional routes that a system has. */
@Component("optionalRoutes")
public class OptionalRoutes {

    private final CamelContext camel;

    OptionalRoutes(CamelContext camel) {
        this.camel = camel;
    }

    /**
     * Whether a route starts at {@code direct:<system>-<name>}. While a changed file is applied, two exist, and never none: the ids and
     * addresses of the new ones end in {@code @} and a number.
     */
    public boolean has(String system, String name) {
        String address = system + "-" + name;
        return camel.getRoutes().stream().map(route -> route.getEndpoint().getEndpointUri().replaceFirst("^direct:(//)?", "").replaceFirst("[@?].*", "")).anyMatch(address::equals);
    }

    public boolean has(Connection connection, String name) {
        return has(connection.system(), name);
    }

    /** @throws RemoteFailure of class CONFIGURATION, with the setting that turns the flow off, if the system has no such route */
    public void require(Connection connection, String name, String setting) {
        if (has(connection, name)) return;
        throw new RemoteFailure(new Failure(FailureClass.CONFIGURATION, "The system " + connection.system() + " has no " + name + ": nothing starts at direct:"
            + connection.system() + "-" + name + ".", "Set " + setting + " to false in the settings of the connection, or add the route.", setting, null, null, null));
    }
}
