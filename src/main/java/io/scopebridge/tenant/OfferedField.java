package io.scopebridge.tenant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One field of the form Create PSA project.
 *
 * @param type       date, boolean, choice or text
 * @param required   for a new project
 * @param otherwise  what the form starts with, or null
 * @param none       what it means to choose nothing, such as {@code That of the linked opportunity}; or null
 * @param dependsOn  names of the fields whose values decide what is offered here, or null
 * @param search     what to search for in a field with more choices than are offered at once, such as {@code Part of the name}; or null
 * @param choices    what there is to choose from, or null when the field is no choice
 * @param more       whether there are more choices than shown: narrow the search
 * @param problem    what is wrong with what the form starts with, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OfferedField(String name, String title, String description, String type, boolean required, @JsonProperty("default") JsonNode otherwise,
                    String none, List<String> dependsOn, String search, List<Choice> choices, Boolean more, String problem) {

    /** @param id number or text: what the form sends */
    record Choice(Object id, String name) {
    }
}
