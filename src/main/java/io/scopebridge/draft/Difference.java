package io.scopebridge.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A value that the draft changes.
 *
 * @param path    within the item, such as {@code call/body/budgetHours}
 * @param current absent if there is none
 * @param draft   absent if there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Difference(String path, JsonNode current, JsonNode draft) {

    /** The name of the field, without its place. */
    String field() {
        String[] names = path.split("/");
        for (int i = names.length - 1; i >= 0; i--) {
            if (!names[i].matches("[0-9]*")) return names[i];
        }
        return path;
    }
}
