package io.scopebridge.connection;

import io.scopebridge.address.BaseUrls;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks the target of a call: a URL may come from a remote system, not only from the settings. */
@Component
public class CallAddresses {

    /** The error of the URL for this connection, as the end of a sentence; empty if it may be called. */
    public Optional<String> refusal(Connection connection, String url) {
        return BaseUrls.refusal(url, connection.settings());
    }
}
