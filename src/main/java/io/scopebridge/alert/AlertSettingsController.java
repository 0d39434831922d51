package io.scopebridge.alert;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
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

    AlertSettingsController(Targets targets, TargetSettings settings, Rules rules, Deliveries deliveries, Messages messages) {
        this.targets = targets;
        this.settings = settings;
        this.rules = rules;
        this.deliveries = deliveries;
        this.messages = messages;
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
    ResponseEntity<TargetView> createTarget(@RequestBody TargetDraft draft) {
        TargetView made = targets.create(draft);
        return ResponseEntity.created(URI.create("/api/alerts/targets/" + made.id())).body(made);
    }

    @PutMapping("/targets/{id}")
    TargetView replaceTarget(@PathVariable long id, @RequestBody TargetDraft draft) {
        return targets.replace(id, draft);
    }

    @DeleteMapping("/targets/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteTarget(@PathVariable long id) {
        targets.delete(id);
    }

    /** Sends one message to the stored target, once, in the same way as alerts. */
    @PostMapping("/targets/{id}/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Tested test(@PathVariable long id) {
        return new Tested(deliveries.addTest(id, messages.test(targets.view(id).name())));
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
    ResponseEntity<Rule> createRule(@RequestBody RuleDraft draft) {
        Rule made = rules.create(draft);
        return ResponseEntity.created(URI.create("/api/alerts/rules/" + made.id())).body(made);
    }

    @PutMapping("/rules/{id}")
    Rule replaceRule(@PathVariable long id, @RequestBody RuleDraft draft) {
        return rules.replace(id, draft);
    }

    @DeleteMapping("/rules/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteRule(@PathVariable long id) {
        rules.delete(id);
    }
}
