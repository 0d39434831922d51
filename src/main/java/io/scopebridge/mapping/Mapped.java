package io.scopebridge.mapping;

import java.util.Map;

/**
 * What a mapping returned.
 *
 * @param output   plain maps, lists, strings, numbers, booleans or null
 * @param versions the hash of its file and of each library that it imports, by file; see {@link VersionHash}
 */
public record Mapped(Object output, Map<String, String> versions) {
}
