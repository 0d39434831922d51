package io.scopebridge.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.schema.SettingsTree;
import io.scopebridge.web.ChangeNotes;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where alerts are sent, and which. Secrets are accepted and never returned. */
@RestController
@RequestMapping("/api/alerts")
class AlertSettingsController {

    /** @param settings JSON Schema of the settings of a target; secrets are marked writeOnly */
    record ChannelForm(Channel id, String title, JsonNode settings) {
    }

    /** @param delivery its id, for GET /api/alerts/deliveries/(id) */
    record Tested(long delivery) {
    }

    private final Targets targets;
    private final TargetSettings settings;
    private final Rules rules;
    private final Deliveries deliveries;
    private final Messages messages;
    private final ObjectMapper json;

    AlertSettingsController(Targets targets, TargetSettings settings, Rules rules, Deliveries deliveries, Messages messages, ObjectMapper json) {
        this.targets = targets;
        this.settings = settings;
        this.rules = rules;
        this.deliveries = deliveries;
        this.messages = messages;
        this.json = json;
    }

    @GetMapping("/channels")
    List<ChannelForm> channels() {
        return Arrays.stream(Channel.values()).map(channel -> new ChannelForm(channel, settings.schema(channel).tree().path("title").asText(), settings.schema(channel).tree())).toList();
    }

    @GetMapping("/targets")
    List<TargetView> targets() {
        return targets.views();
    }

    @GetMapping("/targets/{id}")
    TargetView target(@PathVariable long id) {
        return targets.view(id);
    }

    @PostMapping("/targets")
    ResponseEntity<TargetView> createTarget(HttpServletRequest request, @RequestBody TargetDraft draft) {
        TargetView made = targets.create(draft);
        name(request, made.name());
        return ResponseEntity.created(URI.create("/api/alerts/targets/" + made.id())).body(made);
    }

    @PutMapping("/targets/{id}")
    TargetView replaceTarget(HttpServletRequest request, @PathVariable long id, @RequestBody TargetDraft draft) {
        TargetView was = targets.view(id);
        TargetView is = targets.replace(id, draft);
        name(request, is.name());
        ChangeNotes.changed(request, settings(was, null), settings(is, draft.settings()));
        return is;
    }

    @DeleteMapping("/targets/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteTarget(HttpServletRequest request, @PathVariable long id) {
        String name = targets.view(id).name();
        targets.delete(id);
        name(request, name);
    }

    /** Sends one message to the stored target, once, in the same way as alerts. */
    @PostMapping("/targets/{id}/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Tested test(HttpServletRequest request, @PathVariable long id) {
        String name = targets.view(id).name();
        name(request, name);
        return new Tested(deliveries.addTest(id, messages.test(name)));
    }

    @GetMapping("/rules")
    List<Rule> rules() {
        return rules.all();
    }

    @GetMapping("/rules/{id}")
    Rule rule(@PathVariable long id) {
        return rules.get(id);
    }

    @PostMapping("/rules")
    ResponseEntity<Rule> createRule(HttpServletRequest request, @RequestBody RuleDraft draft) {
        Rule made = rules.create(draft);
        name(request, made.definition().name());
        return ResponseEntity.created(URI.create("/api/alerts/rules/" + made.id())).body(made);
    }

    @PutMapping("/rules/{id}")
    Rule replaceRule(HttpServletRequest request, @PathVariable long id, @RequestBody RuleDraft draft) {
        Optional<Rule> was = readable(id);
        Rule is = rules.replace(id, draft);
        name(request, is.definition().name());
        ChangeNotes.changed(request, was.map(rule -> json.<JsonNode>valueToTree(rule.definition())).orElseGet(json::createObjectNode), json.valueToTree(is.definition()));
        return is;
    }

    @DeleteMapping("/rules/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteRule(HttpServletRequest request, @PathVariable long id) {
        Optional<Rule> was = readable(id);
        rules.delete(id);
        was.ifPresent(rule -> name(request, rule.definition().name()));
    }

    /** Empty also for one that cannot be read, which can be replaced and deleted. */
    private Optional<Rule> readable(long id) {
        return rules.all().stream().filter(rule -> rule.id() == id).findFirst();
    }

    private static void name(HttpServletRequest request, String name) {
        ChangeNotes.add(request, "name", name);
    }

    /** @param sent secrets that were sent count as changed, since only their new values are known here */
    private static ObjectNode settings(TargetView target, JsonNode sent) {
        ObjectNode all = target.settings().deepCopy().put("name", target.name()).put("enabled", target.enabled());
        target.secrets().forEach(path -> all.put(path, sent != null && !SettingsTree.at(sent, path).isMissingNode() ? "sent" : "stored"));
        return all;
    }
}
