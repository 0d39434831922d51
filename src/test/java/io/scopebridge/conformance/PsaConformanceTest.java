package io.scopebridge.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.group.Fast;
import io.scopebridge.mapping.Mappings;
import io.scopebridge.reload.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All of a PSA that can be checked without its server, by its two folders. Another one is checked too with
 * {@code -Dpsa=<name> -Dpsa.home=<folder that holds routes/ and mappings/>}.
 */
@Fast
class PsaConformanceTest {

    private static final Path PACKAGED = Path.of("");
    private static final Path THIRD = Path.of("src/test/resources/third-psa");

    @TempDir
    private Path home;

    static Stream<Psa> systems() {
        Stream<Psa> ours = Stream.of(new Psa("autotask", PACKAGED, PACKAGED), new Psa("connectwise", PACKAGED, PACKAGED), new Psa("deskline", THIRD, PACKAGED));
        String named = System.getProperty("psa");
        return named == null ? ours : Stream.concat(ours, Stream.of(new Psa(named, Path.of(System.getProperty("psa.home", "")), PACKAGED)));
    }

    @ParameterizedTest
    @MethodSource("systems")
    void theSettingsAreASchemaThatSaysWhatThePsaNeeds(Psa psa) {
        assertThat(SettingsChecks.of(psa)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("systems")
    void theFormIsASchemaWhoseFieldsKnowEachOther(Psa psa) {
        assertThat(FormChecks.of(psa)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("systems")
    void theRoutesThatMustBeThereAre(Psa psa) {
        assertThat(RouteChecks.of(psa)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("systems")
    void theMappingsCompileAndTheDiagnosisUnderstandsEveryAnswer(Psa psa) {
        assertThat(MappingChecks.of(psa, mappings(psa.home()))).isEmpty();
    }

    @Test
    void eachFaultIsNamed() throws IOException {
        write("routes/systems/faulty/connection.schema.json", """
            {"type": "objects", "x-offers": ["project.delete", "project.update-crm"], "properties": {"faulty": {"x-limits": {"perTenant": 0, "perHour": 5}, "properties": {
              "apiKey": {"title": "Key", "description": "Key."}, "url": {"type": "string"},
              "cron": {"title": "Cron", "description": "When.", "x-flow": {"flow": "no-such-flow", "while": ["no.such-setting"]}}}}}}""");
        write("routes/systems/faulty/project-options.schema.json", """
            {"properties": {"search": {"title": "A", "description": "A.", "x-depends-on": ["other"]}, "one": {"title": "A", "description": "A.", "x-depends-on": ["two"]},
              "two": {"title": "A", "description": "A.", "x-depends-on": ["one"]}, "list": {"title": "A", "description": "A.", "enum": ["a"], "x-names": {"b": "B"}, "default": "c"}}}""");
        write("routes/systems/faulty/faulty.camel.yaml", """
            - route: { id: faulty-call, description: A call, from: { uri: "timer:faulty-call", steps: [ { to: "direct:nowhere" }, { to: "mapping:faulty/nothing" } ] } }
            - route: { id: other-read, description: Reads, routeConfigurationId: propagate, from: { uri: "direct:faulty-opportunities", steps: [] } }""");
        write("mappings/faulty/diagnosis.ds", "/** DataSonnet\nversion=2.0\noutput application/json\n*/\nif payload.answer.status == 404 then null else { class: 'BUG' }");
        write("mappings/faulty/broken.ds", "/** DataSonnet\nversion=2.0\noutput application/json\n*/\n{ a: }");
        Psa faulty = new Psa("faulty", home, PACKAGED);

        assertThat(SettingsChecks.of(faulty).toString()).contains("connection.schema.json: ", "project.delete", "perTenant cannot be 0", "perHour cannot be 5",
            "faulty.apiKey is a secret", "faulty.url has no title", "faulty.url is an address", "faulty.cron has an x-flow and not the format cron", "no-such-flow", "no.such-setting");
        assertThat(FormChecks.of(faulty).toString()).contains("search cannot be the name", "depends on other, which is no field", "one depends on itself", "two depends on itself",
            "x-names names b", "default of list", "need direct:faulty-project-options");
        assertThat(RouteChecks.of(faulty).toString()).contains("nothing starts at direct:faulty-call", "nothing starts at direct:faulty-tenant", "nothing starts at direct:nowhere",
            "there is no mapping faulty/nothing", "the route 'other-read'", "faulty-call has no routeConfigurationId", "faulty-call starts from timer:", "some are missing",
            "companies.enabled must be false", "project.update-crm is offered");
        assertThat(MappingChecks.of(faulty, mappings(home)).toString()).contains("project-plan.ds is missing", "broken.ds does not compile", "404", "counts as a good answer",
            "and not AUTHENTICATION", "remedy");
    }

    /** Of the system, with the libraries of the hub. */
    private Mappings mappings(Path of) {
        Folders folders = new Folders(home);
        if (!of.equals(PACKAGED) && !of.equals(home)) folders.add(of.resolve("mappings"), "mappings");
        return new Mappings(folders.mappings(), new ObjectMapper());
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(home.resolve(path).getParent());
        Files.writeString(home.resolve(path), text);
    }
}
