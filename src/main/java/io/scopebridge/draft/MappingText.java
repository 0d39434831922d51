package io.scopebridge.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * A mapping or a library with its text.
 *
 * @param text     the newest text; in use unless it was refused
 * @param textVersion the hash of the newest text: the version of the mapping unless it was refused
 * @param fileText the text of the file; null if it is the same, or there is no file
 * @param failures the last log entries about it, open or not
 * @param example  whether there is an example input of it or, of a library, of a mapping that uses it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MappingText(MappingView mapping, String text, String textVersion, String fileText, List<Failed> failures, boolean example) {

    record Failed(long entry, String connection, String subject, String state, String cause, Instant at) {
    }
}
