package io.scopebridge.settings;

import java.util.List;

/** Settings that the hub cannot start with, each with what is right. */
class UnusableSettings extends RuntimeException {

    UnusableSettings(List<String> wrong) {
        super(String.join(System.lineSeparator(), wrong));
    }
}
