package io.scopebridge.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.schema.SchemaFiles;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The PSAs that this hub has routes for, with their forms. */
@RestController
@RequestMapping("/api/systems")
class SystemsController {

    private final SchemaFiles schemas;

    SystemsController(SchemaFiles schemas) {
        this.schemas = schemas;
    }

    /**
     * @param settings       JSON Schema of the settings of a connection; secrets are marked writeOnly
     * @param projectOptions JSON Schema of the form Create PSA project
     */
    record Psa(String id, String title, JsonNode settings, JsonNode projectOptions) {
    }

    @GetMapping
    List<Psa> list() {
        return schemas.systems().stream().map(this::psa).toList();
    }

    private Psa psa(String id) {
        JsonNode settings = schemas.connection(id).tree();
        return new Psa(id, settings.path("properties").path(id).path("title").asText(id), settings, schemas.projectOptions(id).tree());
    }
}
