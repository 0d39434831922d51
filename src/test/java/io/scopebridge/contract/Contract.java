package io.scopebridge.contract;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.practice.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One published document and what it says about a request. */
final class Contract {

    static final String ABSENT = "contracts absent: requests are not checked";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final OpenApiInteractionValidator validator;
    private final ContractPath paths;

    Contract(JsonNode document, ContractPath paths) {
        this.paths = paths;
        // The model version in Accept is chosen per connection; a document knows one of them only.
        LevelResolver levels = LevelResolver.create()
            .withLevel("validation.request.accept.notAllowed", ValidationReport.Level.IGNORE)
            .build();
        this.validator = OpenApiInteractionValidator.createForInlineApiSpecification(RequestDocument.of(document).toString())
            .withStrictOperationPathMatching()
            .withLevelResolver(levels)
            .build();
    }

    /** Empty, and said once, where the documents are not on this machine. */
    static Optional<Contract> autotask() {
        return Documents.AUTOTASK;
    }

    /** Empty, and said once, where the documents are not on this machine. */
    static Optional<Contract> connectwise() {
        return Documents.CONNECTWISE;
    }

    /** Where the documents are looked for; the system property scopebridge.contracts names another folder. */
    static Path folder() {
        return Path.of(System.getProperty("scopebridge.contracts", "../shared/contracts"));
    }

    /** What is wrong with a request, one sentence each; empty when it is valid or none of the document's business. */
    List<String> violations(Request request) {
        if (paths.isOutside(request.path())) return List.of();
        Optional<String> path = paths.of(request.path());
        if (path.isEmpty()) return List.of("Not below the address of the API");
        List<String> violations = validator.validateRequest(simple(request, path.get())).getMessages().stream()
            .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
            .map(message -> message.getMessage() + " (" + message.getKey() + ")")
            .toList();
        boolean untyped = !request.body().isEmpty() && request.header("content-type").isEmpty();
        return untyped ? Stream.concat(violations.stream(), Stream.of("A body without Content-Type")).toList() : violations;
    }

    private SimpleRequest simple(Request request, String path) {
        SimpleRequest.Builder simple = new SimpleRequest.Builder(request.method(), path, true);
        request.query().forEach(simple::withQueryParam);
        request.headers().forEach((name, value) -> simple.withHeader(name, value));
        if (!request.body().isEmpty()) simple.withBody(request.body());
        return simple.build();
    }

    private static Optional<JsonNode> read(String name) {
        Path file = folder().resolve(name);
        try {
            return Files.exists(file) ? Optional.of(JSON.readTree(file.toFile())) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** Read once for all tests: it takes seconds. */
    private static final class Documents {

        static final Optional<Contract> AUTOTASK = read("autotask.openapi.json")
            .map(document -> new Contract(document, ContractPath.autotask(document)));
        static final Optional<Contract> CONNECTWISE = read("connectwise.openapi.json")
            .map(document -> new Contract(document, ContractPath.connectwise()));

        static {
            if (AUTOTASK.isEmpty() || CONNECTWISE.isEmpty()) System.out.println(ABSENT);
        }
    }
}
