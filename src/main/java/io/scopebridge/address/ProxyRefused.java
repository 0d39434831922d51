package io.scopebridge.address;

import java.io.IOException;

/** A proxy did not pass a call on. Nothing reached the system. */
public class ProxyRefused extends IOException {

    private final int status;

    ProxyRefused(String proxy, String target, int status) {
        super("The proxy " + proxy + " does not pass calls to " + target + " on: it answered HTTP " + status + ".");
        this.status = status;
    }

    /** 407 when it wants credentials, or others. */
    public int status() {
        return status;
    }
}
