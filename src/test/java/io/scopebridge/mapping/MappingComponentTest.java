package io.scopebridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.group.Fast;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Fast
class MappingComponentTest {

    @TempDir
    Path folder;

    @Test
    void aRouteMapsItsBodyByAFixedOrAComputedName() throws Exception {
        Files.createDirectories(folder.resolve("acme"));
        Files.writeString(folder.resolve("acme/plan.ds"), "{ plan: payload.name }");
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.getRegistry().bind("mapping-component", new MappingComponent(new Mappings("file:" + folder, new ObjectMapper()), MappingRuns.UNHEARD));
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:fixed").to("mapping:acme/plan");
                    from("direct:computed").toD("mapping:${header.system}/plan");
                }
            });
            context.start();
            var producer = context.createProducerTemplate();

            assertThat(producer.requestBody("direct:fixed", (Object) Map.of("name", "x"))).isEqualTo(Map.of("plan", "x"));
            assertThat(producer.requestBodyAndHeader("direct:computed", "{\"name\": \"y\"}", "system", "acme")).isEqualTo(Map.of("plan", "y"));
            var stream = new ByteArrayInputStream("{\"name\": \"z\"}".getBytes(StandardCharsets.UTF_8));
            assertThat(producer.requestBody("direct:fixed", stream)).isEqualTo(Map.of("plan", "z"));
            assertThatThrownBy(() -> producer.requestBodyAndHeader("direct:computed", Map.of(), "system", "nobody"))
                    .hasRootCauseInstanceOf(MappingFailed.class);
        }
    }
}
