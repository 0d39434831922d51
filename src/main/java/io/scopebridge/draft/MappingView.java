package io.scopebridge.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collection;

/**
 * A mapping or a library.
 *
 * @param id          its address below /api/mappings
 * @param file        such as {@code psa/project-plan.ds}
 * @param kind        MAPPING or LIBRARY
 * @param version     the hash of the text in use
 * @param origin      FILE, or DATABASE if a promoted version is used in place of the file
 * @param overridden  whether a version is promoted in place of the file, in use or refused
 * @param location    of the file
 * @param since       when the version came into use; like by and reason null if that is not known
 * @param fileChanged whether the file has changed since it was replaced
 * @param refused     why the newest text is not in use; null if it is
 * @param uses        the libraries that it imports
 * @param usedBy      the mappings that import it
 * @param failures    open log entries about it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MappingView(String id, String file, Kind kind, String version, Origin origin, boolean overridden, String location, Instant since, String by, String reason, boolean fileChanged,
                   String refused, Collection<String> uses, Collection<String> usedBy, Failures failures) {

    enum Kind {
        MAPPING, LIBRARY
    }

    enum Origin {
        FILE, DATABASE
    }

    /** @param entry the newest */
    record Failures(int count, long entry, String cause, Instant at) {
    }
}
