package io.scopebridge.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What project-options.schema.json of a system must say. */
final class FormChecks {

    private static final Set<String> PARAMETERS = Set.of("search", "refresh");

    private final Psa psa;
    private final JsonNode fields;
    private final List<String> offences = new ArrayList<>();

    private FormChecks(Psa psa) {
        this.psa = psa;
        this.fields = psa.form().path("properties");
    }

    static List<String> of(Psa psa) {
        FormChecks checks = new FormChecks(psa);
        checks.check();
        return checks.offences;
    }

    private void check() {
        if (!psa.form().isObject()) {
            offences.add("project-options.schema.json is missing");
            return;
        }
        Contracts.asSchema(psa.form()).forEach(offence -> offences.add("project-options.schema.json: " + offence));
        fields.properties().forEach(field -> field(field.getKey(), field.getValue()));
        boolean asked = fields.findValue("x-search") != null || fields.findValue("x-depends-on") != null;
        if (asked && !psa.starts("project-options")) offences.add("x-search and x-depends-on need direct:" + psa.name() + "-project-options");
    }

    private void field(String name, JsonNode field) {
        for (String text : List.of("title", "description")) if (field.path(text).asText().isBlank()) offences.add(name + " has no " + text);
        if (PARAMETERS.contains(name) || name.startsWith("search.")) offences.add(name + " cannot be the name of a field: it is a parameter of the form's request");
        if (field.has("x-search") && field.path("x-search").asText().isBlank()) offences.add(name + ": x-search says nothing");
        field.path("x-depends-on").forEach(other -> {
            if (!fields.has(other.asText())) offences.add(name + " depends on " + other.asText() + ", which is no field");
        });
        if (dependsOnItself(name)) offences.add(name + " depends on itself");
        Set<String> values = new HashSet<>();
        field.path("enum").forEach(value -> values.add(value.asText()));
        field.path("x-names").fieldNames().forEachRemaining(value -> {
            if (!values.contains(value)) offences.add(name + ": x-names names " + value + ", which is no value");
        });
        if (field.has("x-not-before") && !fields.path(field.path("x-not-before").asText()).path("format").asText().equals("date")) {
            offences.add(name + ": x-not-before names no date");
        }
        if (field.hasNonNull("default")) Contracts.offences(field, field.get("default")).forEach(offence -> offences.add("default of " + name + ": " + offence));
    }

    private boolean dependsOnItself(String name) {
        Set<String> seen = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(name));
        while (!open.isEmpty()) {
            for (JsonNode other : fields.path(open.remove(0)).path("x-depends-on")) {
                if (other.asText().equals(name)) return true;
                if (seen.add(other.asText())) open.add(other.asText());
            }
        }
        return false;
    }
}
