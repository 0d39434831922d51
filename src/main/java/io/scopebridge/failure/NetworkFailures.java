package io.scopebridge.failure;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/** A network failure, described with host and cause. */
final class NetworkFailures {

    private static final Pattern URL_HOST = Pattern.compile("https?://(?:[^/\\s@]*@)?(\\[[^]]+]|[^/\\s:?\\[]+(?::\\d+)?)");

    private static final Pattern DISAGREEMENT = Pattern.compile("fatal alert: (handshake_failure|protocol_version|bad_certificate|certificate_required|unrecognized_name)|No appropriate protocol|Server chose");

    private NetworkFailures() {
    }

    static Failure of(IOException broken, List<Throwable> chain) {
        String host = host(broken, chain);
        if (broken instanceof UnknownHostException) {
            return failure(host + " cannot be resolved (DNS).",
                    "Check the spelling of the host in the connection's settings, and the DNS configuration of the machine that runs the hub.", broken);
        }
        if (broken instanceof SocketTimeoutException timeout && timeout.getMessage() != null && timeout.getMessage().toLowerCase(Locale.ROOT).contains("connect")) {
            return failure("Connecting to " + host + " timed out.", reach(host), broken);
        }
        if (broken instanceof ConnectException || broken instanceof NoRouteToHostException) {
            return failure(host + (broken instanceof ConnectException ? " refused the connection." : " cannot be reached from the hub."), reach(host), broken);
        }
        if (broken instanceof ConnectionRequestTimeoutException) {
            return failure("The connection pool is full: all connections of the hub to " + host + " are in use. Nothing was sent.",
                    "The call is retried. If this happens often, lower scopebridge.jobs.at-once or scopebridge.plan.threads, or raise camel.component.http.connections-per-route.", broken);
        }
        if (broken instanceof InterruptedIOException) {
            return failure(host + " did not respond in time.",
                    "Check the status page of the system. The call is retried. If the problem persists, ask its support whether " + host + " is slow.", broken);
        }
        if (broken instanceof SSLException) {
            return tls((SSLException) broken, host);
        }
        return failure(host + " closed the connection before the response was complete.",
                "The call is retried. If the problem persists, check the network between the hub and " + host + ".", broken);
    }

    private static Failure tls(SSLException broken, String host) {
        String said = FailureOf.message(broken);
        if (broken instanceof SSLPeerUnverifiedException) {
            return Failure.of(FailureClass.CONFIGURATION, "No secure connection with " + host + ": its certificate is for another host. (" + said + ")",
                    "Enter the host as it is in the certificate, or let whoever runs " + host + " correct the certificate.");
        }
        if (said.contains("Unsupported or unrecognized SSL message")) {
            return Failure.of(FailureClass.CONFIGURATION, host + " does not answer with TLS at this port. (" + said + ")",
                    "Check the port in the connection's settings, and whether something between the hub and " + host + " answers in its place.");
        }
        if (DISAGREEMENT.matcher(said).find()) {
            return Failure.of(FailureClass.CONFIGURATION, host + " refused the TLS handshake. (" + said + ")",
                    "Check that " + host + " supports TLS 1.2 or 1.3 and does not ask for a client certificate.");
        }
        return failure("No secure connection with " + host + " could be made.",
                "The call is tried again. If it stays so, check what is between the hub and " + host + ": a firewall, or a proxy that inspects TLS.", broken);
    }

    private static String reach(String host) {
        return "Check that the firewall allows the hub to connect to " + host + ", and check the status page of the system. The call is retried.";
    }

    private static Failure failure(String sentence, String remedy, IOException broken) {
        return Failure.of(FailureClass.TRANSIENT, sentence + " (" + FailureOf.message(broken) + ")", remedy);
    }

    private static String host(IOException broken, List<Throwable> chain) {
        for (Throwable link : chain) {
            Matcher url = URL_HOST.matcher(link.getMessage() == null ? "" : link.getMessage());
            if (url.find()) {
                return url.group(1);
            }
        }
        if (broken instanceof UnknownHostException && broken.getMessage() != null) {
            return broken.getMessage().split(":")[0].strip();
        }
        return "The remote system";
    }
}
