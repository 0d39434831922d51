package io.scopebridge.log;

import io.scopebridge.database.LikePattern;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A filter as an SQL condition, for statements over all matching rows; pages are read by {@link LogSearch}. */
public final class LogConditions {

    private LogConditions() {
    }

    /**
     * @param alias      of log_entry, or of the view log_record, in the statement
     * @param parameters receives the named parameters of the condition
     */
    public static String of(LogFilter filter, String alias, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        put(conditions, parameters, alias + ".connection_id = ", "logConnection", filter.connectionId());
        put(conditions, parameters, alias + ".flow = ", "logFlow", filter.flow());
        put(conditions, parameters, alias + ".failure_class = ", "logClass", filter.type() == null ? null : filter.type().name());
        put(conditions, parameters, alias + ".state = ", "logState", filter.state() == null ? null : filter.state().name());
        put(conditions, parameters, alias + ".subject = ", "logSubject", filter.subject());
        put(conditions, parameters, alias + ".last_at >= ", "logFrom", filter.from() == null ? null : filter.from().atOffset(ZoneOffset.UTC));
        put(conditions, parameters, alias + ".last_at < ", "logTo", filter.to() == null ? null : filter.to().atOffset(ZoneOffset.UTC));
        put(conditions, parameters, alias + ".problem = ", "logProblem", filter.problem());
        if (filter.hasText()) {
            conditions.add(alias + ".searchable like :logText escape '!'");
            parameters.put("logText", LikePattern.contains(filter.text()));
        }
        return conditions.isEmpty() ? "1 = 1" : String.join(" and ", conditions);
    }

    private static void put(List<String> conditions, Map<String, Object> parameters, String condition, String name, Object value) {
        if (value == null) return;
        conditions.add(condition + ":" + name);
        parameters.put(name, value);
    }
}
