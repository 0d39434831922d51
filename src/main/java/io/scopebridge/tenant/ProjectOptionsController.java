package io.scopebridge.tenant;

import io.scopebridge.connection.Connection;
import io.scopebridge.connection.Connections;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.FailureOf;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.remote.NoAnswer;
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

/** What the form Create PSA project offers. */
@RestController
class ProjectOptionsController {

    private final Connections connections;
    private final OfferedOptions options;

    ProjectOptionsController(Connections connections, OfferedOptions options) {
        this.connections = connections;
        this.options = options;
    }

    /** @param fields of the form, in its order */
    record Form(String system, List<OfferedField> fields) {
    }

    /**
     * The tenant's answers are kept for some minutes; {@code refresh=true} reads them anew.
     *
     * @param board   id or name: its ticket statuses are offered
     * @param company id or name: its open projects are offered
     * @param search  part of a company's name; at most 50 companies are offered
     */
    @GetMapping("/api/connections/{id}/project-options")
    Form form(@PathVariable String id, @RequestParam(required = false) String board, @RequestParam(required = false) String company,
              @RequestParam(required = false) String search, @RequestParam(defaultValue = "false") boolean refresh) {
        Connection connection = connections.getEnabled(id);
        Map<String, String> chosen = new LinkedHashMap<>();
        if (board != null && !board.isBlank()) chosen.put("board", board);
        if (company != null && !company.isBlank()) chosen.put("company", company);
        return new Form(connection.system(), options.of(connection, chosen, search, refresh));
    }

    /** The PSA could not be asked, or refused. */
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
