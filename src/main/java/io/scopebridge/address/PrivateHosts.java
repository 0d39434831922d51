package io.scopebridge.address;

/** Says which hosts an operator has allowed to be on a private network. */
public interface PrivateHosts {

    boolean allows(String host);
}
