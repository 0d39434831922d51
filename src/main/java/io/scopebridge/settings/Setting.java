package io.scopebridge.settings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A setting as META-INF/spring-configuration-metadata.json describes it.
 *
 * @param minimum of a number, or null
 * @param maximum of a number, or null
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Setting(String name, String type, Long minimum, Long maximum) {

    /** Its parts have names that people choose. */
    boolean isMap() {
        return type.startsWith("java.util.Map");
    }

    boolean isList() {
        return type.startsWith("java.util.List");
    }
}
