package io.scopebridge.address;

import io.scopebridge.failure.Classified;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import java.net.UnknownHostException;

/** A host is on a private network and the connection does not allow it. Nothing was sent. */
public class PrivateAddressRefused extends UnknownHostException implements Classified {

    private static final String REMEDY = "If that is meant, name it or its network in network.privateHosts of the connection that it is for.";

    private final transient Failure failure;

    PrivateAddressRefused(String host) {
        super("The host '" + host + "' is on a private network, which the connection does not allow. " + REMEDY);
        failure = Failure.of(FailureClass.CONFIGURATION, "The host '" + host + "' is on a private network, which the connection does not allow.", REMEDY);
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
