package io.scopebridge.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.schema.Schema;
import io.scopebridge.schema.SchemaFiles;
import io.scopebridge.schema.SettingsTree;
import io.scopebridge.time.TimeZones;
import io.scopebridge.web.FieldError;
import io.scopebridge.web.InvalidInput;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The form Create PSA project, described by routes/systems/&lt;system&gt;/project-options.schema.json. Custom keywords:
 * {@code x-not-before} names a date that must not be later; {@code x-default-days} is the default of an absent date, in days after that
 * one or after today; {@code x-none} is the meaning of an empty choice, for the form.
 */
@Component
public class ProjectOptions {

    private static final String NOT_BEFORE = "x-not-before";
    private static final String DEFAULT_DAYS = "x-default-days";

    private final SchemaFiles schemas;
    private final TimeZones zones;

    ProjectOptions(SchemaFiles schemas, TimeZones zones) {
        this.schemas = schemas;
        this.zones = zones;
    }

    /**
     * The options over the connection's own defaults, its setting {@code projects.options}, and those of the system. Absent dates
     * start today in the time zone of the connection.
     *
     * @param options null means none
     * @throws InvalidInput with every invalid field, without a prefix
     */
    public ObjectNode validate(Connection connection, JsonNode options) {
        if (options != null && !options.isObject() && !options.isNull()) throw new InvalidInput("", "must be an object");
        ObjectNode merged = connection.settings().path("projects").path("options") instanceof ObjectNode defaults
            ? defaults.deepCopy() : JsonNodeFactory.instance.objectNode();
        if (options instanceof ObjectNode object) merged.setAll(object);
        Schema schema = schemas.projectOptions(connection.system());
        ObjectNode filled = schema.withDefaults(merged);
        fillDates(schema, filled, zones.today(connection.setting(TimeZones.SETTING)));
        List<FieldError> errors = errors(schema, filled);
        if (!errors.isEmpty()) throw new InvalidInput(errors);
        return filled;
    }

    /** The initial values of the form: the connection's own defaults override those of the system; not validated. */
    public ObjectNode defaults(Connection connection) {
        Schema schema = schemas.projectOptions(connection.system());
        ObjectNode filled = schema.withDefaults(connection.settings().path("projects").path("options") instanceof ObjectNode own
            ? own : JsonNodeFactory.instance.objectNode());
        fillDates(schema, filled, zones.today(connection.setting(TimeZones.SETTING)));
        return filled;
    }

    /** Defaults need not be complete. */
    List<FieldError> errorsOfDefaults(String system, ObjectNode defaults) {
        Schema schema = schemas.projectOptions(system);
        return errors(schema, defaults).stream().filter(error -> !SettingsTree.at(defaults, error.field()).isMissingNode()).toList();
    }

    private static List<FieldError> errors(Schema schema, ObjectNode options) {
        List<FieldError> errors = new ArrayList<>(schema.errors(options));
        schema.fields(field -> field.has(NOT_BEFORE)).forEach((path, field) -> {
            String earlier = field.get(NOT_BEFORE).asText();
            LocalDate first = date(options.path(earlier));
            LocalDate last = date(options.path(path));
            if (first != null && last != null && last.isBefore(first)) errors.add(new FieldError(path, "must not be before " + earlier));
        });
        return errors;
    }

    private static void fillDates(Schema schema, ObjectNode options, LocalDate today) {
        schema.fields(field -> field.has(DEFAULT_DAYS)).forEach((path, field) -> {
            if (!options.path(path).isMissingNode()) return;
            LocalDate from = field.has(NOT_BEFORE) ? date(options.path(field.get(NOT_BEFORE).asText())) : null;
            LocalDate start = from == null ? today : from;
            options.put(path, start.plusDays(field.get(DEFAULT_DAYS).asInt()).toString());
        });
    }

    private static LocalDate date(JsonNode value) {
        try {
            return value.isTextual() ? LocalDate.parse(value.asText()) : null;
        } catch (DateTimeParseException theSchemaSaysSo) {
            return null;
        }
    }
}
