package io.scopebridge.security.signon;

/** Nobody can sign on at the moment. */
class ProviderAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProviderAway(String message, Throwable cause) {
        super(message, cause);
    }
}
