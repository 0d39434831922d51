package io.scopebridge.company;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** How far the companies of a PSA were read; passed in the variable {@code companyRead}. */
public class CompanyRead {

    private final OffsetDateTime began;
    private final List<String> oddities = new ArrayList<>();
    private int listed;
    private int unusable;

    /** @param began when, by the clock of the database */
    CompanyRead(OffsetDateTime began) {
        this.began = began;
    }

    OffsetDateTime began() {
        return began;
    }

    /** What was left out of rows, a sentence each. */
    List<String> oddities() {
        return oddities;
    }

    /** How many different rows the PSA gave, also those that cannot be used. */
    int listed() {
        return listed;
    }

    void listed(int rows) {
        listed += rows;
    }

    /** How many of them have no id that can be read. */
    int unusable() {
        return unusable;
    }

    void unusable(int rows) {
        unusable += rows;
    }
}
