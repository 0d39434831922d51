package io.scopebridge.project;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.mapping.Mappings;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The actions that a project permits now: the flows use the same mapping before they act. */
@Component
class ProjectGates {

    private static final String MAPPING = "scopestack/project-gates";

    /** The problem. */
    record Problem(@JsonProperty("class") FailureClass type, String cause, String remedy, String field) {
    }

    /**
     * Each null if there is no problem.
     *
     * @param push    create it in the PSA
     * @param linked  it has an opportunity of the PSA
     * @param revenue write its revenue to the opportunity
     * @param order   make a sales order of the opportunity
     * @param link    link it with another opportunity
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Gates(Problem push, Problem linked, Problem revenue, Problem order, Problem link) {
    }

    private final Mappings mappings;
    private final ObjectMapper json;

    ProjectGates(Mappings mappings, ObjectMapper json) {
        this.mappings = mappings;
        this.json = json;
    }

    Gates of(ProjectSummary project) {
        Map<String, Object> bundle = new HashMap<>();
        bundle.put("project", Map.of("id", project.id(), "status", project.status()));
        // Only ScopeStack knows which opportunity of the PSA it is.
        bundle.put("opportunity", project.opportunity() == null ? null : Map.of("id", project.opportunity()));
        return json.convertValue(mappings.apply(MAPPING, Map.of("bundle", bundle)), Gates.class);
    }
}
