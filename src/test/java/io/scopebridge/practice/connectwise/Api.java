package io.scopebridge.practice.connectwise;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.practice.Answer;
import io.scopebridge.practice.Request;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** Puts the paths below the code base on the server, each with the right that it needs and the parameters that it takes. */
class Api {

    interface Router {
        void on(String method, String path, Function<Request, Answer> handler);
    }

    static final Predicate<JsonNode> ALL = row -> true;
    static final String ID = "(\\d{1,9})";

    private final Router router;
    private final Rights rights;

    Api(Router router, Rights rights) {
        this.router = router;
        this.rights = rights;
    }

    /** @param function module/function, or null when no right is needed; the method tells the action */
    void on(String method, String path, String function, Function<Request, Answer> handler) {
        String action = switch (method) {
            case "GET" -> "inquire";
            case "POST" -> "add";
            case "DELETE" -> "delete";
            default -> "edit";
        };
        on(method, path, function == null ? null : function + "/" + action, Set.of("fields"), handler);
    }

    void on(String method, String path, String right, Set<String> parameters, Function<Request, Answer> handler) {
        router.on(method, "/[^/]+/apis/3\\.0" + path, request -> {
            request.query().keySet().stream().filter(name -> !parameters.contains(name)).findFirst().ifPresent(name -> {
                throw Errors.refusal(400, "Unknown query parameter: " + name);
            });
            rights.require(right);
            return handler.apply(request).with("api-current-version", Admission.version(request))
                .with("x-cw-request-id", UUID.randomUUID().toString());
        });
    }

    void list(String path, String function, Function<Request, Answer> handler) {
        on("GET", path, function == null ? null : function + "/inquire", Listing.PARAMETERS, handler);
    }

    void count(String path, String function, Function<Request, Answer> handler) {
        on("GET", path, function == null ? null : function + "/inquire", Listing.FILTERS, handler);
    }

    /** List, count and single record of something that is only read. */
    void table(String path, String function, Resource resource) {
        list(path + "/?", function, request -> resource.list(request, ALL));
        count(path + "/count", function, request -> resource.count(request, ALL));
        on("GET", path + "/" + ID, function, request -> resource.one(request, request.id(0), ALL));
    }
}
