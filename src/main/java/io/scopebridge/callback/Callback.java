package io.scopebridge.callback;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A verified callback, from {@code direct:<system>-callback}. It is only a hint: the record is read from the system.
 *
 * @param message unique id of the delivery; null where the system gives no name
 * @param changes the kind of record, such as {@code opportunity}; null for a type that the hub does not use
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
