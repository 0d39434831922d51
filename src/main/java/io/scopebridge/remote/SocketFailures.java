package io.scopebridge.remote;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/** Distinguishes a request that was never sent from one whose response was lost. */
final class SocketFailures {

    private SocketFailures() {
    }

    static RuntimeException translate(Throwable thrown) {
        return translate(thrown, "The call");
    }

    /** @param call such as {@code GET https://example.com/projects}, for the message */
    static RuntimeException translate(Throwable thrown, String call) {
        Throwable reason = thrown;
        while (!(reason instanceof IOException) && reason.getCause() != null) reason = reason.getCause();
        if (reason instanceof IOException) return new NoAnswer(sentence(call, reason), !neverLeft(reason), reason);
        return thrown instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(thrown);
    }

    private static boolean neverLeft(Throwable reason) {
        return reason instanceof ConnectException || reason instanceof UnknownHostException
            || reason instanceof NoRouteToHostException || reason instanceof SSLHandshakeException || reason instanceof SSLPeerUnverifiedException
            || reason instanceof ConnectTimeoutException || reason instanceof HttpHostConnectException
            || reason instanceof ConnectionRequestTimeoutException;
    }

    private static String sentence(String call, Throwable reason) {
        String text = reason.getMessage() == null ? reason.getClass().getSimpleName() : reason.getMessage();
        return neverLeft(reason) ? call + " could not be sent: " + text
            : call + " got no complete response: " + text;
    }
}
