package io.scopebridge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.scopebridge.group.Fast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What compose.yaml, the manifests of Kubernetes and the Dockerfile refer to is there, and they agree with each other. */
@Fast
class DeploymentTest {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String DOCKERFILE = read(Path.of("Dockerfile"));
    private static final String MANUAL = read(Path.of("docs/operate.md"));
    private final JsonNode compose = documents(Path.of("compose.yaml")).get(0);
    private final List<JsonNode> manifests = documents(Path.of("deploy/kubernetes/scopebridge.yaml"));
    private final JsonNode deployment = manifest("Deployment");
    private final JsonNode container = deployment.at("/spec/template/spec/containers/0");

    @Test
    void everyFileOfTheDeploymentIsYamlOrJson() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("deploy"))) {
            List<Path> all = files.filter(file -> file.toString().matches(".*\\.(ya?ml|json)")).toList();
            assertThat(all).hasSizeGreaterThan(4).allSatisfy(file -> assertThat(documents(file)).isNotEmpty().allMatch(JsonNode::isObject));
        }
    }

    @Test
    void whatComposeMountsIsThere() {
        for (JsonNode service : compose.path("services")) {
            for (JsonNode volume : service.path("volumes")) {
                String source = volume.asText().split(":")[0];
                if (source.startsWith(".")) assertThat(Path.of(source)).exists();
                else assertThat(compose.path("volumes").has(source)).as(source).isTrue();
            }
            service.path("depends_on").fieldNames().forEachRemaining(other -> assertThat(compose.path("services").has(other)).as(other).isTrue());
        }
    }

    @Test
    void everyVariableOfComposeIsExplained() {
        TreeSet<String> asked = Pattern.compile("(?<!\\$)\\$\\{(\\w+)").matcher(read(Path.of("compose.yaml"))).results().map(result -> result.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
        assertThat(read(Path.of(".env.example")).lines().filter(line -> line.endsWith("=")).map(line -> line.replace("=", ""))).containsExactlyInAnyOrderElementsOf(asked);
        assertThat(read(Path.of(".gitignore")).lines()).contains(".env");
    }

    @Test
    void prometheusAndGrafanaAskServicesThatAreThere() {
        String port = exposed();
        assertThat(compose.at("/services/hub/ports/0").asText()).endsWith(":" + port);
        JsonNode scrape = documents(Path.of("deploy/prometheus/prometheus.yml")).get(0).at("/scrape_configs/0");
        assertThat(scrape.at("/static_configs/0/targets/0").asText()).isEqualTo("hub:" + port);
        assertThat(scrape.at("/metrics_path").asText()).isEqualTo("/actuator/prometheus");
        assertThat(compose.at("/services/prometheus/entrypoint/2").asText()).contains(scrape.at("/basic_auth/password_file").asText(), "/etc/prometheus/prometheus.yml");
        assertThat(compose.at("/services").has("prometheus")).isTrue();
        assertThat(documents(Path.of("deploy/grafana/provisioning/datasources/prometheus.yaml")).get(0).at("/datasources/0/url").asText()).isEqualTo("http://prometheus:9090");
        String folder = documents(Path.of("deploy/grafana/provisioning/dashboards/scopebridge.yaml")).get(0).at("/providers/0/options/path").asText();
        assertThat(compose.at("/services/grafana/volumes").toString()).contains("./deploy/grafana/dashboards:" + folder);
    }

    /** The image writes only where a volume is. */
    @Test
    void theRootOfTheImageIsReadOnlyAndNobodyIsRoot() {
        assertThat(compose.at("/services/hub/read_only").asBoolean()).isTrue();
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(deployment.at("/spec/template/spec/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(DOCKERFILE).contains("\nUSER " + deployment.at("/spec/template/spec/securityContext/runAsUser").asText() + ":", "\nVOLUME /data\n", "\nHEALTHCHECK ");
        assertThat(StreamSupport.stream(container.path("volumeMounts").spliterator(), false).map(mount -> mount.path("mountPath").asText())).contains("/data", "/tmp");
        assertThat(StreamSupport.stream(container.path("volumeMounts").spliterator(), false).map(mount -> mount.path("name").asText()).toList())
            .isSubsetOf(deployment.at("/spec/template/spec/volumes").findValuesAsText("name"));
        assertThat(compose.at("/services/hub/tmpfs/0").asText()).isEqualTo("/tmp");
    }

    @Test
    void probesAskWhatTheHubAnswersOnAPortThatItHas() {
        Map<String, String> groups = Map.of("startupProbe", "liveness", "livenessProbe", "liveness", "readinessProbe", "readiness");
        JsonNode settings = documents(Path.of("src/main/resources/application.yaml")).get(0).at("/management/endpoint/health/group");
        groups.forEach((probe, group) -> {
            assertThat(container.at("/" + probe + "/httpGet/path").asText()).isEqualTo("/actuator/health/" + group);
            assertThat(settings.has(group)).isTrue();
            assertThat(container.at("/" + probe + "/httpGet/port").asText()).isEqualTo(container.at("/ports/0/name").asText());
        });
        assertThat(container.at("/ports/0/containerPort").asText()).isEqualTo(exposed());
        assertThat(manifest("Service").at("/spec/ports/0/targetPort").asText()).isEqualTo(container.at("/ports/0/name").asText());
        assertThat(DOCKERFILE).contains("GET /actuator/health/readiness ");
    }

    @Test
    void twoHubsRunAndOneStays() {
        JsonNode labels = deployment.at("/spec/template/metadata/labels");
        assertThat(deployment.at("/spec/replicas").asInt()).isEqualTo(2);
        assertThat(manifest("PodDisruptionBudget").at("/spec/minAvailable").asInt()).isBetween(1, deployment.at("/spec/replicas").asInt() - 1);
        assertThat(List.of(deployment.at("/spec/selector/matchLabels"), manifest("PodDisruptionBudget").at("/spec/selector/matchLabels"),
            manifest("Service").at("/spec/selector"))).containsOnly(labels);
        assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
        assertThat(container.at("/resources/requests").size()).isEqualTo(2);
    }

    @Test
    void everySecretAndConfigurationIsCreatedOrExplained() {
        for (JsonNode secret : deployment.findValues("secretKeyRef")) {
            assertThat(MANUAL).contains("kubectl create secret generic " + secret.path("name").asText(), "--from-literal=" + secret.path("key").asText() + "=");
        }
        assertThat(deployment.findValues("secretKeyRef")).isNotEmpty();
        assertThat(container.at("/envFrom/0/configMapRef/name").asText()).isEqualTo(manifest("ConfigMap").at("/metadata/name").asText());
        assertThat(container.at("/image").asText()).isEqualTo(compose.at("/services/hub/image").asText());
    }

    private static String exposed() {
        return Pattern.compile("\nEXPOSE (\\d+)\n").matcher(DOCKERFILE).results().map(result -> result.group(1)).findFirst().orElseThrow();
    }

    private JsonNode manifest(String kind) {
        return manifests.stream().filter(each -> each.path("kind").asText().equals(kind)).findFirst().orElse(JsonNodeFactory.instance.missingNode());
    }

    private static List<JsonNode> documents(Path file) {
        try (MappingIterator<JsonNode> all = YAML.readerFor(JsonNode.class).readValues(file.toFile())) {
            return all.readAll();
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
