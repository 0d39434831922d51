package io.scopebridge.plan.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.plan.Find;
import io.scopebridge.plan.Mode;
import io.scopebridge.plan.References;
import io.scopebridge.plan.Step;
import io.scopebridge.plan.StepTree;
import io.scopebridge.plan.archive.LastPlan;
import io.scopebridge.plan.archive.PlanArchive;
import io.scopebridge.plan.ledger.Ledger;
import io.scopebridge.plan.ledger.LedgerRow;
import io.scopebridge.plan.ledger.MadeRows;
import io.scopebridge.plan.ledger.Origin;
import io.scopebridge.plan.ledger.StepState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The records that the ledger says exist, with what was written into them. */
@Component
public class MadeRecords {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Ledger ledger;
    private final MadeRows made;
    private final PlanArchive archive;

    MadeRecords(Ledger ledger, MadeRows made, PlanArchive archive) {
        this.ledger = ledger;
        this.made = made;
        this.archive = archive;
    }

    public List<String> subjects(String connectionId, String system) {
        return made.subjects(connectionId, system);
    }

    /** Those of a subject, in the order of its last plan. */
    public List<MadeRecord> of(String connectionId, String system, String subject) {
        LastPlan last = archive.last(connectionId, subject).orElseGet(() -> LastPlan.none(subject));
        Map<String, Step> steps = last.plan().steps().stream().collect(Collectors.toMap(Step::key, Function.identity()));
        StepTree tree = new StepTree(last.plan());
        Map<String, JsonNode> bodies = made.bodies(connectionId, subject);
        List<LedgerRow> rows = ledger.rows(connectionId, subject);
        Map<String, LedgerRow> byKey = new HashMap<>();
        rows.forEach(row -> byKey.put(row.key(), row));
        Set<String> current = rows.stream().filter(row -> row.remoteId() != null).map(row -> row.endpoint() + " " + row.remoteId()).collect(Collectors.toSet());
        UnaryOperator<String> ids = key -> byKey.containsKey(key) ? byKey.get(key).remoteId() : null;
        return rows.stream().filter(row -> row.state() == StepState.DONE && row.remoteId() != null && row.system().equals(system)).map(row -> {
            Step step = steps.get(row.key());
            JsonNode planned = step == null ? null : known(step.call().body(), ids);
            return new MadeRecord(subject, row.key(), row.title(), row.endpoint(), row.remoteId(), step == null ? null : path(step, ids), sent(row, step, bodies.get(row.key()), (key, id) -> current.contains(byKey.get(key).endpoint() + " " + id), ids),
                planned, holds(step, row, byKey, ids), marker(step), tree.parentOf(row.key()), step == null ? null : last.links().of(step, ids), again(row, step), step != null && step.compares());
        }).toList();
    }

    private static boolean again(LedgerRow row, Step step) {
        if (step == null || step.find() == null) return false;
        return step.mode() == Mode.CREATE ? row.origin() == Origin.CREATED : step.compares() && step.call().method().equals("POST");
    }

    /** What another person made, or chose, need not be what the plan says. */
    private static JsonNode sent(LedgerRow row, Step step, JsonNode body, BiPredicate<String, String> isCurrent, UnaryOperator<String> ids) {
        if (row.mode() != Mode.CREATE || !(body instanceof ObjectNode whole)) return null;
        if (step != null && step.call().body() != null) refer(step.call().body(), whole, isCurrent, ids);
        return whole;
    }

    /** A parent that was created again has another id; one that the record was not sent to is not its parent, whatever is planned now. */
    private static void refer(JsonNode planned, ObjectNode sent, BiPredicate<String, String> isCurrent, UnaryOperator<String> ids) {
        planned.fields().forEachRemaining(field -> {
            JsonNode there = sent.get(field.getKey());
            String key = References.whole(field.getValue());
            if (there instanceof ObjectNode inner && field.getValue().isObject()) refer(field.getValue(), inner, isCurrent, ids);
            else if (key != null && there != null && there.isValueNode() && ids.apply(key) != null && !isCurrent.test(key, there.asText()))
                sent.set(field.getKey(), References.body(field.getValue(), ids, there.isTextual()));
        });
    }

    /** An earlier content is not what the last plan says, and of a record that several subjects write it is not known whose content is right. */
    private JsonNode holds(Step step, LedgerRow row, Map<String, LedgerRow> rows, UnaryOperator<String> ids) {
        if (step == null || !step.compares() || !StepStates.isWritten(step, row, rows) || made.isWrittenByOthers(row)) return null;
        ObjectNode holds = JSON.objectNode();
        for (Map.Entry<String, JsonNode> value : step.find().holds().entrySet()) {
            JsonNode known = known(value.getValue(), ids);
            if (known != null) holds.set(value.getKey(), known);
        }
        return holds;
    }

    private static JsonNode marker(Step step) {
        Find find = step == null ? null : step.find();
        return find == null || find.marker() == null ? null : JSON.objectNode().put(find.marker().pointer(), find.marker().text());
    }

    private static String path(Step step, UnaryOperator<String> ids) {
        return step.call().references().stream().allMatch(key -> ids.apply(key) != null) ? References.text(step.call().path(), ids) : null;
    }

    /** Null if it refers to something that does not exist. */
    private static JsonNode known(JsonNode body, UnaryOperator<String> ids) {
        try {
            return References.body(body, key -> {
                String id = ids.apply(key);
                if (id == null) throw new IllegalStateException(key);
                return id;
            }, false);
        } catch (IllegalStateException unknown) {
            return null;
        }
    }
}
