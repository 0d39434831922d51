package io.scopebridge.project;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The stage of a project, in users' terms. */
enum Stage {

    BUILDING, PENDING, APPROVED, WON, LOST;

    /** Empty for a status that is not a stage, such as canceled. */
    static Optional<Stage> of(String status) {
        return Optional.ofNullable(switch (status) {
            case "building" -> BUILDING;
            case "technical_approval", "sales_approval", "business_approval" -> PENDING;
            case "approved" -> APPROVED;
            case "won" -> WON;
            case "lost" -> LOST;
            default -> null;
        });
    }

    /** The name in settings. */
    String setting() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The stages that a project passed through to reach this one, inclusive: polls are minutes apart and approval levels can be off, so
     * none of them need have been observed.
     *
     * @param before the previous stage; null to start from the first
     */
    Set<Stage> reachedFrom(Stage before) {
        Set<Stage> reached = EnumSet.of(this);
        for (Stage stage : EnumSet.of(BUILDING, PENDING, APPROVED)) {
            if (stage.ordinal() < ordinal() && (before == null || stage.ordinal() > before.ordinal())) reached.add(stage);
        }
        return reached;
    }
}
