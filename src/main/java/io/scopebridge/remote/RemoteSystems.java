package io.scopebridge.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.connection.Connection;
import java.util.List;
import java.util.OptionalLong;

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

    /**
     * How many rows the system counts for a listing; empty if it does not offer the count to this tenant.
     *
     * @param pointer JSON pointer to the number in the response
     * @throws NoAnswer                          if the network connection failed
     * @throws io.scopebridge.failure.RemoteFailure if the system refused, or gave no number
     */
    OptionalLong count(Connection connection, String system, Call call, String pointer);
}
