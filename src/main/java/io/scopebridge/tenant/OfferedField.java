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
 * @param otherwise  the initial value, or null
 * @param none       the meaning of an empty choice, such as {@code That of the linked opportunity}; or null
 * @param dependsOn  names of the fields whose values determine the choices, or null
 * @param search     what to search for in a field with more choices than are offered at once, such as {@code Part of the name}; or null
 * @param choices    the choices, or null if the field is not a choice
 * @param more       whether there are more choices than returned: narrow the search
 * @param problem    the error of the initial value, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OfferedField(String name, String title, String description, String type, boolean required, @JsonProperty("default") JsonNode otherwise,
                    String none, List<String> dependsOn, String search, List<Choice> choices, Boolean more, String problem) {

    /** @param id number or string that the form sends */
    record Choice(Object id, String name) {
    }
}
