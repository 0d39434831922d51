package io.scopebridge.drift;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.plan.AlteredText;
import io.scopebridge.plan.view.MadeRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the differences that a mapping found in a batch. */
final class DifferenceReader {

    private final String system;
    private final Map<String, MadeRecord> records = new HashMap<>();

    DifferenceReader(String system, List<Scope> batch) {
        this.system = system;
        batch.forEach(scope -> scope.records().forEach(record -> records.put(id(record.subject(), record.key()), record)));
    }

    /** Those of each subject; what is gone together with its parent, and what uses the same inactive value, is one difference. */
    List<Difference> read(JsonNode findings) {
        if (!findings.isArray()) throw wrong("has no list 'findings'");
        List<Difference> found = new ArrayList<>();
        for (JsonNode finding : findings) {
            Difference difference = difference(finding);
            if (!isOnlySpelling(difference)) found.add(difference);
        }
        return folded(found);
    }

    private Difference difference(JsonNode finding) {
        MadeRecord record = records.get(id(finding.path("subject").asText(), finding.path("key").asText()));
        if (record == null) throw wrong("names a step that is not in its input: " + finding.path("subject").asText() + " " + finding.path("key").asText());
        DriftKind kind = DriftKind.of(finding.path("kind").asText()).orElseThrow(() -> wrong("names an unknown kind: " + finding.path("kind").asText()));
        return new Difference(record, kind, finding.path("field").asText(""), text(finding, "made"), text(finding, "found"), text(finding, "id"), new ArrayList<>());
    }

    /** What a database changes in a text is nobody's change. */
    private static boolean isOnlySpelling(Difference difference) {
        return difference.kind() == DriftKind.RENAMED && difference.made() != null && difference.found() != null && AlteredText.is(difference.made(), difference.found());
    }

    private List<Difference> folded(List<Difference> found) {
        Map<String, Difference> gone = new HashMap<>();
        found.stream().filter(one -> one.kind().isGone()).forEach(one -> gone.put(id(one.record().subject(), one.record().key()), one));
        Map<String, Difference> values = new HashMap<>();
        List<Difference> kept = new ArrayList<>();
        for (Difference difference : found) {
            Difference top = difference.kind() == DriftKind.INACTIVE_VALUE ? values.computeIfAbsent(id(difference.record().subject(), difference.field() + "\0" + difference.made()), first -> difference)
                : difference.kind().isGone() ? top(difference, gone) : difference;
            if (top == difference) kept.add(difference);
            else top.covers().add(difference.record());
        }
        return kept;
    }

    private Difference top(Difference difference, Map<String, Difference> gone) {
        Difference top = difference;
        Set<String> seen = new HashSet<>();
        for (String key = difference.record().parent(); key != null && seen.add(key); ) {
            String at = id(difference.record().subject(), key);
            if (gone.containsKey(at)) top = gone.get(at);
            key = records.containsKey(at) ? records.get(at).parent() : null;
        }
        return top;
    }

    private RemoteFailure wrong(String what) {
        return new RemoteFailure(Failure.of(FailureClass.BUG, "The output of the mapping " + system + "/drift " + what + ".", "Correct the mapping, then check again."));
    }

    private static String text(JsonNode finding, String name) {
        return finding.hasNonNull(name) ? finding.get(name).asText() : null;
    }

    private static String id(String subject, String key) {
        return subject + "\0" + key;
    }
}
