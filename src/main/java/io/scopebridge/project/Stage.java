package io.scopebridge.project;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a project stands on its way, in the words of the people who use it. */
enum Stage {

    BUILDING, PENDING, APPROVED, WON, LOST;

    /** Empty for a status that is no station of the way, such as canceled. */
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
     * The stages that a project went through to come here, this one included: looks are minutes apart and levels of approval can be off,
     * so none of them need have been seen.
     *
     * @param before where it was; null to count from the beginning
     */
    Set<Stage> reachedFrom(Stage before) {
        Set<Stage> reached = EnumSet.of(this);
        for (Stage stage : EnumSet.of(BUILDING, PENDING, APPROVED)) {
            if (stage.ordinal() < ordinal() && (before == null || stage.ordinal() > before.ordinal())) reached.add(stage);
        }
        return reached;
    }
}
