package io.scopebridge.plan.ledger;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.scopebridge.database.JsonColumn;
import io.scopebridge.plan.Plan;
import io.scopebridge.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the steps of a subject contain of its source, as their plans said when they were sent. */
final class CoveredParts {

    private final JdbcClient db;

    CoveredParts(JdbcClient db) {
        this.db = db;
    }

    /** All steps of a subject that were ever planned. */
    List<EarlierStep> of(String connectionId, String subject) {
        return db.sql("select step_key, state, covers from ledger where connection_id = :connection and subject = :subject order by step_key")
            .param("connection", connectionId).param("subject", subject)
            .query((row, number) -> new EarlierStep(row.getString(1), StepState.valueOf(row.getString(2)), list(row.getString(3)))).list();
    }

    /** Records it for all steps of the plan that have a row; that of an object which may exist is never replaced. */
    void note(String connectionId, Plan plan) {
        Map<String, Step> steps = plan.steps().stream().filter(step -> step.covers() != null).collect(Collectors.toMap(Step::key, step -> step));
        if (steps.isEmpty()) return;
        for (EarlierStep row : of(connectionId, plan.subject())) {
            Step step = steps.get(row.key());
            boolean open = row.covers() == null || !row.mayExist();
            if (step == null || !open || Objects.equals(step.covers(), row.covers())) continue;
            db.sql("update ledger set covers = :covers where connection_id = :connection and subject = :subject and step_key = :key")
                .param("covers", text(step)).param("connection", connectionId).param("subject", plan.subject()).param("key", step.key()).update();
        }
    }

    /** Null if the plan does not say. */
    static String text(Step step) {
        if (step.covers() == null) return null;
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        step.covers().forEach(parts::add);
        return JsonColumn.text(parts);
    }

    private static List<String> list(String text) {
        if (text == null) return null;
        List<String> parts = new ArrayList<>();
        JsonColumn.read(text).forEach(part -> parts.add(part.asText()));
        return List.copyOf(parts);
    }
}
