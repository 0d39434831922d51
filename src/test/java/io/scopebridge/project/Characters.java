package io.scopebridge.project;

import java.nio.charset.StandardCharsets;

/** Whether a text survives being written as UTF-8: half of a surrogate pair does not. */
final class Characters {

    private Characters() {
    }

    static boolean whole(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
