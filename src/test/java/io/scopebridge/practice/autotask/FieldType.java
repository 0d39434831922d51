package io.scopebridge.practice.autotask;

import java.util.Locale;

/** The data types of the field metadata. */
enum FieldType {
    INTEGER, LONG, DECIMAL, STRING, BOOLEAN, DATETIME, UDFS;

    boolean number() {
        return this == INTEGER || this == LONG || this == DECIMAL;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
