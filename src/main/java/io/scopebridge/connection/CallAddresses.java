package io.scopebridge.connection;

import io.scopebridge.address.BaseUrls;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks where a call goes: an address may have come from a remote system, not only from the settings. */
@Component
public class CallAddresses {

    /** What is wrong with the address for this connection, as the end of a sentence; empty when it may be called. */
    public Optional<String> refusal(Connection connection, String url) {
        return BaseUrls.refusal(url, connection.settings());
    }
}
