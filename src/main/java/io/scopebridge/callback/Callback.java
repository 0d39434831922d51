package io.scopebridge.callback;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What {@code direct:<system>-callback} leaves of a callback that is proved to come from the tenant. It is a hint only: the record is
 * read from the system.
 *
 * @param message unique id of the delivery; null where the system gives no name
 * @param changes the kind of record, such as {@code opportunity}; null for a kind that the hub does not care for
 * @param record  its id
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Callback(String message, String changes, String record) {

    private static final int LONGEST_NAME = 100;

    /** The name of the delivery, or the hash of its content. */
    String nameOr(String hash) {
        return message == null || message.isBlank() || message.length() > LONGEST_NAME ? hash : message;
    }
}
