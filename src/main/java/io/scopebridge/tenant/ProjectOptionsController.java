package io.scopebridge.tenant;

import io.scopebridge.connection.Connection;
import io.scopebridge.connection.Connections;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.FailureOf;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.remote.NoAnswer;
import io.scopebridge.web.InvalidInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The choices of the form Create PSA project. */
@RestController
class ProjectOptionsController {

    private static final String SEARCH = "search";
    private static final String REFRESH = "refresh";

    private final Connections connections;
    private final OfferedOptions options;

    ProjectOptionsController(Connections connections, OfferedOptions options) {
        this.connections = connections;
        this.options = options;
    }

    /** @param fields of the form, in order */
    record Form(String system, List<OfferedField> fields) {
    }

    /**
     * The tenant's responses are cached for a few minutes; {@code refresh=true} reads them again. {@code search.<field>} is part of a
     * name in a searchable field, {@code search} the same if there is only one. Every other parameter is a field of the form with its
     * current choice, by id or name: choices of dependent fields follow it.
     */
    @GetMapping("/api/connections/{id}/project-options")
    Form form(@PathVariable String id, @RequestParam Map<String, String> parameters) {
        Connection connection = connections.getEnabled(id);
        Map<String, String> chosen = new LinkedHashMap<>();
        Map<String, String> search = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            if (value.isBlank() || name.equals(REFRESH)) return;
            if (name.equals(SEARCH)) search.put("", value);
            else if (name.startsWith(SEARCH + ".")) search.put(name.substring(SEARCH.length() + 1), value);
            else chosen.put(name, value);
        });
        String refresh = parameters.getOrDefault(REFRESH, "false");
        if (!refresh.matches("true|false")) throw new InvalidInput(REFRESH, "must be true or false");
        return new Form(connection.system(), options.of(connection, chosen, search, Boolean.parseBoolean(refresh)));
    }

    /** The PSA could not be reached, or refused. */
    @ExceptionHandler({RemoteFailure.class, NoAnswer.class})
    ProblemDetail notTold(RuntimeException e) {
        Failure failure = FailureOf.of(e);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
            failure.type() == FailureClass.BUG ? HttpStatus.INTERNAL_SERVER_ERROR : HttpStatus.BAD_GATEWAY, failure.cause() + " " + failure.remedy());
        problem.setProperty("class", failure.type());
        problem.setProperty("errors", List.of());
        return problem;
    }
}
