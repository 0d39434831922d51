package io.scopebridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a route says in its note about exchange variables is so: what it needs it is given, what it leaves is there and wanted. */
@Fast
class RouteVariablesTest {

    /** Classes below the routes: they read by name what a mapping, the log or a kept answer names. */
    private static final Set<String> READ_BY_NAME = Set.of("MappingEndpoint", "DeadLetterProducer", "TenantCache", "CamelRemoteSystems", "TickLog", "KeptInputs");

    private static final BeanMethods BEANS = new BeanMethods();
    private static final JavaSenders JAVA = JavaSenders.in(Path.of("src/main/java"));

    @Test
    void whatARouteReadsItIsGivenAndWhatItDeclaresIsUsed() {
        assertThat(offences(RouteFile.all(), JAVA)).isEmpty();
    }

    @Test
    void aSystemOfItsOwnKeepsTheRulesToo() {
        List<RouteFile> files = new ArrayList<>(RouteFile.all());
        files.addAll(RouteFile.below(Path.of("src/test/resources/third-psa/routes")));
        assertThat(offences(files, JAVA)).isEmpty();
    }

    @Test
    void aBeanGetsVariablesAsParameters() {
        assertThat(JAVA.readers()).as("classes that read variables of an exchange by name").isEqualTo(new TreeSet<>(READ_BY_NAME));
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThat(wrong("needs: given", "setBody: { simple: '${variable.given}${variable.other}' }")).containsExactly("a: reads other, which is not there");
        assertThat(wrong("needs: given", "setBody: { constant: x }")).contains("a: needs given and does not use it");
        assertThat(wrong("", "setHeader: { name: x, simple: '${body}' }")).containsExactly("a: reads body, which is not there");
        assertThat(wrong("", "to: 'mapping:hub/x?variables=bundle'")).containsExactly("a: reads bundle, which is not there");
        assertThat(wrong("", "bean: { ref: gate, method: throttled }")).contains("a: reads system, which is not there");
        assertThat(wrong("", "bean: { ref: gate, method: throtled }")).containsExactly("a: no method gate.throtled");
        assertThat(wrong("", "to: direct:b")).containsExactly("a: b needs wanted, which is not there");
        assertThat(wrong("leaves: body, found", "setBody: { constant: x }")).contains("a: leaves found, which is not there at its end");
        assertThat(wrong("leaves: body, found", "setVariable: { name: found, constant: x }")).contains("a: leaves found, which nobody reads");
        assertThat(wrong("", "choice: { when: [ { simple: 'true', steps: [ { setVariable: { name: x, constant: y } } ] } ] } }, { setBody: { simple: '${variable.x}' }"))
            .containsExactly("a: reads x, which is not there");
        assertThat(wrong("", "setVariable: { name: wanted, constant: x } }, { setVariable: { name: inner, constant: x } }, { to: direct:b }, { setBody: { simple: '${variable.inner}' }"))
            .containsExactly("a: reads inner, which is not there");
    }

    @Test
    void whatJavaDoesNotGiveIsNamed() {
        JavaSenders senders = new JavaSenders();
        senders.look("Caller", "routes.send(\"direct:\" + system + \"-b\", connection, sent -> { sent.setVariable(\"other\", f(x)); });");
        RouteFile file = RouteFile.of("routes/systems/s/s-b.camel.yaml", route("s-b", "needs: wanted", "log: '${variable.wanted}'"));
        assertThat(offences(List.of(file), senders)).containsExactly("s-b: needs wanted, which Caller does not give");
    }

    private static List<String> wrong(String note, String steps) {
        return offences(List.of(RouteFile.of("x", route("a", note, steps)
            + route("b", "needs: wanted", "setVariable: { name: inner, constant: '' } }, { log: '${variable.wanted}${variable.inner}'"))), new JavaSenders());
    }

    private static String route(String id, String note, String steps) {
        return "- route: { id: " + id + ", note: '" + note + "', from: { uri: 'direct:" + id + "', steps: [ { " + steps + " } ] } }\n";
    }

    private static List<String> offences(List<RouteFile> files, JavaSenders java) {
        RouteGraph graph = new RouteGraph(files);
        List<String> found = new ArrayList<>();
        Set<String> read = new HashSet<>(java.read());
        graph.routes().keySet().forEach(id -> {
            VariableWalk walk = new VariableWalk(graph, BEANS, id);
            walk.offences().stream().distinct().forEach(offence -> found.add(id + ": " + offence));
            RouteNote note = graph.routes().get(id).note();
            note.needs().stream().filter(need -> graph.whole(Set.of(need)).stream().noneMatch(walk.used()::contains))
                .forEach(need -> found.add(id + ": needs " + need + " and does not use it"));
            note.leaves().stream().filter(left -> !walk.end().has(left)).forEach(left -> found.add(id + ": leaves " + left + ", which is not there at its end"));
            note.may().stream().filter(left -> !walk.set().contains(left)).forEach(left -> found.add(id + ": leaves " + left + " sometimes, which it never sets"));
            read.addAll(walk.used());
        });
        java.senders().forEach(sender -> graph.at(sender.address()).forEach(id -> graph.routes().get(id).note().needs().stream()
            .filter(need -> !need.equals(VariableState.BODY) && !sender.given().contains(need))
            .forEach(need -> found.add(id + ": needs " + need + ", which " + sender.file() + " does not give"))));
        graph.routes().forEach((id, place) -> Stream.concat(place.note().leaves().stream(), place.note().may().stream())
            .filter(left -> !left.equals(VariableState.BODY) && !read.contains(left)).forEach(left -> found.add(id + ": leaves " + left + ", which nobody reads")));
        return found;
    }
}
