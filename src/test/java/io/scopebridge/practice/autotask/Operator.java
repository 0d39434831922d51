package io.scopebridge.practice.autotask;

import java.util.Optional;

/** The conditions that a filter knows. */
enum Operator {
    EQ, NOTEQ, GT, GTE, LT, LTE, BEGINSWITH, ENDSWITH, CONTAINS, EXIST, NOTEXIST, IN, NOTIN, AND, OR;

    static Optional<Operator> of(String name) {
        for (Operator operator : values()) {
            if (operator.name().equalsIgnoreCase(name)) return Optional.of(operator);
        }
        return Optional.empty();
    }

    boolean group() {
        return this == AND || this == OR;
    }

    boolean list() {
        return this == IN || this == NOTIN;
    }

    boolean presence() {
        return this == EXIST || this == NOTEXIST;
    }
}
