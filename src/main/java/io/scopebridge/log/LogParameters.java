package io.scopebridge.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.web.ApiTime;
import io.scopebridge.web.FieldError;
import io.scopebridge.web.InvalidInput;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.BindParam;

/** A {@link LogFilter} as requested: in the URL, or as an object in a body. Absent and empty mean any. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LogParameters(
        @Parameter(description = "id of the connection") String connection,
        @Parameter(description = "flow, such as push-project") String flow,
        @BindParam("class") @JsonProperty("class") @Parameter(name = "class", description = "failure class, such as VALIDATION") String type,
        @Parameter(description = "OPEN or RESOLVED") String state,
        @Parameter(description = "subject, such as project:90001") String subject,
        @Parameter(description = "part of the cause, field, subject or step, or of the name of the connection, project or step; case-insensitive") String text,
        @Parameter(description = "last occurrence at or after, such as 2026-01-31T12:00:00Z") String from,
        @Parameter(description = "last occurrence before") String to,
        @Parameter(description = "one cause: the problem of an entry or a group") String problem) {

    public static final List<String> NAMES = List.of("class", "connection", "flow", "from", "problem", "state", "subject", "text", "to");
    private static final int LONGEST_TEXT = 200;

    /** @throws InvalidInput with every invalid parameter */
    public LogFilter filter() {
        List<FieldError> errors = new ArrayList<>();
        if (text != null && text.length() > LONGEST_TEXT) errors.add(new FieldError("text", "must have at most " + LONGEST_TEXT + " characters"));
        LogFilter filter = new LogFilter(some(connection), some(flow), one(FailureClass.class, "class", type, errors), one(LogState.class, "state", state, errors),
            some(subject), some(text), time("from", from, errors), time("to", to, errors), some(problem));
        if (!errors.isEmpty()) throw new InvalidInput(errors);
        return filter;
    }

    private static String some(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static <E extends Enum<E>> E one(Class<E> type, String field, String name, List<FieldError> errors) {
        if (some(name) == null) return null;
        try {
            return Enum.valueOf(type, name.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            errors.add(new FieldError(field, "must be one of " + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
            return null;
        }
    }

    private static Instant time(String field, String text, List<FieldError> errors) {
        if (some(text) == null) return null;
        try {
            return ApiTime.parse(text);
        } catch (DateTimeException unreadable) {
            errors.add(new FieldError(field, "must be a time such as 2026-01-31T12:00:00Z"));
            return null;
        }
    }
}
