package io.scopebridge.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.address.BaseUrls;
import io.scopebridge.address.PrivateHostList;
import io.scopebridge.schema.Schema;
import io.scopebridge.schema.SchemaFiles;
import io.scopebridge.schema.SettingsTree;
import io.scopebridge.web.FieldError;
import io.scopebridge.web.InvalidInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Validates the settings of a target against the schema of its channel and separates the secrets from the rest. */
@Component
class TargetSettings {

    private static final String HOST = "server.host";

    private final SchemaFiles schemas;

    TargetSettings(SchemaFiles schemas) {
        this.schemas = schemas;
    }

    /** @param secrets by path; a null value removes the stored one, an absent path keeps it */
    record Checked(ObjectNode settings, Map<String, String> secrets) {
    }

    Schema schema(Channel channel) {
        return schemas.file("hub/alerts/" + channel.id() + ".schema.json");
    }

    ObjectNode withDefaults(Channel channel, ObjectNode settings) {
        return schema(channel).withDefaults(settings);
    }

    /**
     * @param stored the paths of the stored secrets
     * @throws InvalidInput with every invalid field, as settings.(path)
     */
    Checked check(Channel channel, ObjectNode input, Set<String> stored) {
        Schema schema = schema(channel);
        ObjectNode settings = input == null ? JsonNodeFactory.instance.objectNode() : input.deepCopy();
        SettingsTree.tidy(settings, schema);
        Map<String, String> secrets = new LinkedHashMap<>();
        Set<String> paths = schema.fields(SettingsTree::isSecret).keySet();
        for (String path : paths) {
            if (!SettingsTree.at(settings, path).isNull()) continue;
            secrets.put(path, null);
            SettingsTree.remove(settings, path);
        }
        List<FieldError> errors = new ArrayList<>(addressErrors(channel, settings));
        Set<String> named = errors.stream().map(FieldError::field).collect(Collectors.toSet());
        for (FieldError error : schema.errors(settings)) {
            boolean kept = stored.contains(error.field()) && !secrets.containsKey(error.field()) && SettingsTree.at(settings, error.field()).isMissingNode();
            if (!kept && !named.contains(error.field())) errors.add(error);
        }
        if (!errors.isEmpty()) throw new InvalidInput(errors.stream().map(error -> error.under("settings")).toList());
        for (String path : paths) {
            JsonNode secret = SettingsTree.at(settings, path);
            if (secret.isTextual()) secrets.put(path, secret.asText());
            SettingsTree.remove(settings, path);
        }
        return new Checked(settings, secrets);
    }

    /** The error of the whole URL, such as that of a Slack webhook, under these settings; empty if it may be called. */
    Optional<String> refusal(String url, JsonNode settings) {
        if (url.contains("#")) return Optional.of("must not contain #");
        return BaseUrls.refusal(url.replaceFirst("\\?.*", ""), settings);
    }

    private List<FieldError> addressErrors(Channel channel, ObjectNode settings) {
        List<FieldError> errors = new ArrayList<>();
        PrivateHostList.of(settings).refusal().ifPresent(message -> errors.add(new FieldError(PrivateHostList.SETTING, message)));
        JsonNode url = settings.path(Target.URL);
        if (url.isTextual()) refusal(url.asText(), settings).ifPresent(message -> errors.add(new FieldError(Target.URL, message)));
        JsonNode host = SettingsTree.at(settings, HOST);
        if (channel == Channel.EMAIL && host.isTextual() && !host.asText().isBlank()) {
            BaseUrls.refusal("https://" + (host.asText().contains(":") ? "[" + host.asText() + "]" : host.asText()), settings)
                .ifPresent(message -> errors.add(new FieldError(HOST, message)));
        }
        boolean isOpenPassword = SettingsTree.at(settings, "server.security").asText().equals("none") && !SettingsTree.at(settings, "server.username").asText().isBlank();
        if (isOpenPassword) errors.add(new FieldError("server.security", "must be starttls or tls with a user name, so that the password is not sent unencrypted"));
        return errors;
    }
}
