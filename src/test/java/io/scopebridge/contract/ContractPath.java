package io.scopebridge.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a request stands in a document: without what the server's address adds, and in the document's own spelling. */
abstract class ContractPath {

    /** Autotask: any zone, and upper and lower case are the same. */
    static ContractPath autotask(JsonNode document) {
        List<String> templates = new ArrayList<>();
        document.path("paths").fieldNames().forEachRemaining(templates::add);
        return new ContractPath("(?i)(?:/[^/]+)?/atservicesrest(/.*)", "(?i).*/mvc(/.*)?") {
            @Override
            String spelt(String path) {
                return templates.stream().map(template -> likeTemplate(template, path)).flatMap(Optional::stream).findFirst().orElse(path);
            }
        };
    }

    /** ConnectWise: any code base. Log-in addresses are no part of the document. */
    static ContractPath connectwise() {
        return new ContractPath("/[^/]+/apis/3\\.0(/.*)", "/login/.*") {
            @Override
            String spelt(String path) {
                return path;
            }
        };
    }

    private final Pattern api;
    private final Pattern elsewhere;

    private ContractPath(String api, String elsewhere) {
        this.api = Pattern.compile(api);
        this.elsewhere = Pattern.compile(elsewhere);
    }

    abstract String spelt(String path);

    /** Whether the document has nothing to say about it: pages for people, the practice server's own controls. */
    boolean isOutside(String path) {
        return path.startsWith("/practice/") || elsewhere.matcher(path).matches();
    }

    /** The path below the API's address; empty when it is not below it. */
    Optional<String> of(String path) {
        Matcher below = api.matcher(path);
        return below.matches() ? Optional.of(spelt(below.group(1))) : Optional.empty();
    }

    private static Optional<String> likeTemplate(String template, String path) {
        String[] wanted = template.split("/", -1);
        String[] given = path.split("/", -1);
        if (wanted.length != given.length) return Optional.empty();
        for (int i = 0; i < wanted.length; i++) {
            boolean parameter = wanted[i].startsWith("{");
            if (parameter ? !given[i].matches("-?\\d+") : !wanted[i].equalsIgnoreCase(given[i])) return Optional.empty();
            if (!parameter) given[i] = wanted[i];
        }
        return Optional.of(String.join("/", given));
    }
}
