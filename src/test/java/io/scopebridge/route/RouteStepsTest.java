package io.scopebridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.group.Fast;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** How steps are written: a condition is a choice, a template has the parameters that it is given, SQL stands in files of its own. */
@Fast
class RouteStepsTest {

    private final List<RouteFile> files = RouteFile.all();

    @Test
    void aConditionIsAChoiceAndAFilterLeavesElementsOutOfASplit() {
        assertThat(offences(files, file -> filters(file.content(), false))).isEmpty();
        assertThat(filters(RouteFile.of("x", "- route: { from: { steps: [ { filter: {} }, { split: { steps: [ { filter: {} } ] } } ] } }").content(), false)).hasSize(1);
    }

    @Test
    void templatesStandInTheirFolder() {
        assertThat(offences(files, file -> file.path().startsWith(RouteFile.TEMPLATES) || file.entries("routeTemplate").isEmpty() ? Stream.empty() : Stream.of("routeTemplate")))
            .isEmpty();
        assertThat(offences(files, file -> !file.path().startsWith(RouteFile.TEMPLATES) || file.content().size() == 1 && file.entries("routeTemplate").size() == 1
            && file.entries("routeTemplate").get(0).path("id").asText().equals(file.flow()) ? Stream.empty() : Stream.of("not one template of its name"))).isEmpty();
        assertThat(offences(files, file -> file.entries("templatedRoute").isEmpty() ? Stream.empty() : Stream.of("templatedRoute: say kamelet: instead"))).isEmpty();
    }

    @Test
    void aTemplateIsGivenWhatItAsksForAndNothingElse() {
        assertThat(files.stream().flatMap(file -> calls(file).stream())).isNotEmpty();
        assertThat(offences(files, file -> calls(file).stream().flatMap(this::wrong))).isEmpty();
        RouteFile wrong = RouteFile.of("x", "- route: { from: { steps: [ { to: { uri: 'kamelet:read', parameters: { system: a, pth: b } } }, { to: 'kamelet:reed' } ] } }");
        assertThat(calls(wrong).stream().flatMap(this::wrong)).containsExactlyInAnyOrder("kamelet:read without path", "kamelet:read with pth, which it does not know", "no template reed");
    }

    @Test
    void sqlStandsInFilesAndOnlyHousekeepingAndTheOutboxCallThem() {
        assertThat(offences(files, file -> file.scalars().stream().map(RouteFile.Scalar::text).filter(text -> text.startsWith("sql:") || text.startsWith("sql-stored:"))
            .filter(text -> !Set.of("housekeeping", "alerts").contains(file.flow()) || !text.startsWith("sql:classpath:sql/")))).isEmpty();
    }

    private Stream<String> wrong(JsonNode call) {
        String uri = call.isTextual() ? call.asText() : call.path("uri").asText();
        String name = uri.substring("kamelet:".length());
        JsonNode template = files.stream().flatMap(file -> file.entries("routeTemplate").stream()).filter(one -> one.path("id").asText().equals(name)).findFirst().orElse(null);
        if (template == null) return Stream.of("no template " + name);
        TreeSet<String> known = new TreeSet<>();
        TreeSet<String> missing = new TreeSet<>();
        template.path("parameters").forEach(parameter -> {
            known.add(parameter.path("name").asText());
            if (parameter.path("required").asBoolean(true)) missing.add(parameter.path("name").asText());
        });
        TreeSet<String> unknown = new TreeSet<>();
        call.path("parameters").fieldNames().forEachRemaining(parameter -> {
            missing.remove(parameter);
            if (!known.contains(parameter)) unknown.add(parameter);
        });
        return Stream.concat(missing.stream().map(parameter -> uri + " without " + parameter), unknown.stream().map(parameter -> uri + " with " + parameter + ", which it does not know"));
    }

    private static List<JsonNode> calls(RouteFile file) {
        return file.content().findValues("to").stream().filter(to -> !to.isArray()).filter(to -> (to.isTextual() ? to.asText() : to.path("uri").asText()).matches("kamelet:(?!source|sink).*")).toList();
    }

    private static Stream<String> filters(JsonNode node, boolean inSplit) {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (field.getKey().equals("filter") && !inSplit) found.add("a filter outside of a split");
            found.addAll(filters(field.getValue(), field.getKey().equals("split") || inSplit && field.getKey().equals("steps")).toList());
        }
        if (node.isArray()) StreamSupport.stream(node.spliterator(), false).forEach(child -> found.addAll(filters(child, inSplit).toList()));
        return found.stream();
    }

    private static List<String> offences(List<RouteFile> files, Function<RouteFile, Stream<String>> rule) {
        assertThat(files).isNotEmpty();
        return files.stream().flatMap(file -> rule.apply(file).map(offence -> file + ": " + offence)).toList();
    }
}
