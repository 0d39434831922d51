package io.scopebridge.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.connection.Connection;
import java.util.List;

/** Calls the systems of a connection through their routes. */
public interface RemoteSystems {

    /**
     * Makes one call through {@code direct:<system>-call}. Every HTTP status is a response.
     *
     * @throws NoAnswer if the network connection failed
     */
    Answer call(Connection connection, String system, Call call);

    /**
     * Reads all pages of a listing through {@code direct:<system>-list}.
     *
     * @param rows JSON pointer to the rows in a page, "" if the page is the array itself
     * @throws NoAnswer                          if the network connection failed
     * @throws io.scopebridge.failure.RemoteFailure if the system refused
     */
    List<JsonNode> list(Connection connection, String system, Call call, String rows);
}
