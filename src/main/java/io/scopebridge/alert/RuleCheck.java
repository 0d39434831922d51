package io.scopebridge.alert;

import io.scopebridge.connection.Connections;
import io.scopebridge.connection.UnknownConnection;
import io.scopebridge.log.group.LoggedFlows;
import io.scopebridge.web.FieldError;
import io.scopebridge.web.InvalidInput;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Completes and validates what an admin enters as a rule. */
@Component
class RuleCheck {

    private static final int MOST_FAILURES = 1_000_000;
    private static final int MOST_MINUTES = 7 * 24 * 60;
    private static final int DAYS = 7;
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

    private final Connections connections;
    private final Targets targets;
    private final LoggedFlows flows;

    RuleCheck(Connections connections, Targets targets, LoggedFlows flows) {
        this.flows = flows;
        this.connections = connections;
        this.targets = targets;
    }

    /** @throws InvalidInput with every invalid field */
    RuleDraft complete(RuleDraft draft) {
        RuleDraft full = new RuleDraft(draft.name() == null ? null : draft.name().strip(), !Boolean.FALSE.equals(draft.enabled()), blank(draft.connection()),
            draft.classes() == null ? List.of() : draft.classes(), blank(draft.flow()), draft.atLeast() == null ? 1 : draft.atLeast(),
            draft.afterMinutes() == null ? 0 : draft.afterMinutes(), draft.quietHours(), draft.targets() == null ? List.of() : draft.targets());
        List<FieldError> errors = new ArrayList<>();
        Names.error(full.name()).ifPresent(errors::add);
        if (full.connection() != null && isUnknown(full.connection())) errors.add(new FieldError("connection", "is not a connection; GET /api/connections lists them"));
        if (full.classes().stream().anyMatch(Objects::isNull)) errors.add(new FieldError("classes", "must not contain null"));
        if (full.flow() != null && !flows.all().contains(full.flow())) errors.add(new FieldError("flow", "must be a flow as in the log: one of " + String.join(", ", flows.usual())));
        if (full.atLeast() < 1 || full.atLeast() > MOST_FAILURES) errors.add(new FieldError("atLeast", "must be from 1 to " + MOST_FAILURES));
        if (full.afterMinutes() < 0 || full.afterMinutes() > MOST_MINUTES) errors.add(new FieldError("afterMinutes", "must be from 0 to " + MOST_MINUTES));
        if (full.targets().isEmpty() || full.targets().stream().anyMatch(Objects::isNull)) errors.add(new FieldError("targets", "must name at least one target by its id; GET /api/alerts/targets lists them"));
        else full.targets().stream().filter(id -> !targets.exists(id)).forEach(id -> errors.add(new FieldError("targets", "contains " + id + ", which is not a target")));
        if (full.quietHours() != null) quietErrors(full.quietHours()).forEach(error -> errors.add(error.under("quietHours")));
        if (!errors.isEmpty()) throw new InvalidInput(errors);
        return full;
    }

    private static List<FieldError> quietErrors(QuietHours quiet) {
        List<FieldError> errors = new ArrayList<>();
        if (isNoTime(quiet.from())) errors.add(new FieldError("from", "must be a time such as 22:00"));
        if (isNoTime(quiet.to())) errors.add(new FieldError("to", "must be a time such as 07:00"));
        if ((quiet.from() == null) != (quiet.to() == null)) errors.add(new FieldError(quiet.from() == null ? "from" : "to", "is required with the other end of the quiet hours"));
        else if (errors.isEmpty() && quiet.from() != null && LocalTime.parse(quiet.from()).equals(LocalTime.parse(quiet.to()))) errors.add(new FieldError("to", "must differ from the start"));
        if (quiet.days().stream().anyMatch(Objects::isNull)) errors.add(new FieldError("days", "must not contain null"));
        if (quiet.days().stream().distinct().count() >= DAYS) errors.add(new FieldError("days", "must leave at least one day"));
        if (quiet.from() == null && quiet.to() == null && quiet.days().isEmpty()) errors.add(new FieldError("from", "is required, with to or days"));
        if (!isZone(quiet.timeZone())) errors.add(new FieldError("timeZone", "must be the name of a time zone such as Europe/Berlin, or UTC"));
        return errors;
    }

    private boolean isUnknown(String connection) {
        try {
            connections.view(connection);
            return false;
        } catch (UnknownConnection unknown) {
            return true;
        }
    }

    private static boolean isNoTime(String time) {
        return time != null && !TIME.matcher(time).matches();
    }

    private static boolean isZone(String zone) {
        try {
            return zone != null && (zone.equals("UTC") || zone.contains("/")) && ZoneId.of(zone) != null;
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    private static String blank(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
