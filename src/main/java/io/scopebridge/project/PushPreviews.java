package io.scopebridge.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.connection.Connection;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.plan.PlanReader;
import io.scopebridge.plan.preview.PlanPreviews;
import java.util.Map;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** What the flows preview-project and push-project do with previews. */
@Component("pushPreviews")
public class PushPreviews {

    private final Previews previews;
    private final PlanPreviews plans;
    private final ObjectMapper json;

    PushPreviews(Previews previews, PlanPreviews plans, ObjectMapper json) {
        this.previews = previews;
        this.plans = plans;
        this.json = json;
    }

    /** Keeps the plan in the body, with what a run would do, for a person to look at; or its problems. */
    public void keep(Exchange exchange, long preview) {
        JsonNode made = json.valueToTree(exchange.getMessage().getBody());
        JsonNode source = json.valueToTree(exchange.getVariable("bundle", Map.class).get("project"));
        String mark = SourceProjects.mark(json.valueToTree(exchange.getVariable("project", Object.class)));
        if (made.path("problems").size() > 0) {
            previews.made(preview, source, mark, null, json.createObjectNode().set("problems", made.path("problems")));
            return;
        }
        Connection connection = exchange.getVariable("connection", Connection.class);
        previews.made(preview, source, mark, made, json.valueToTree(plans.of(connection, PlanReader.read(made))));
    }

    /** Makes the body the plan that a person has confirmed, and the variable {@code bundle} what it was made of. */
    public void plan(Exchange exchange, long id) {
        Connection connection = exchange.getVariable("connection", Connection.class);
        Preview preview = previews.find(connection.id(), exchange.getVariable("subject", String.class), id)
            .filter(one -> one.plan() != null).orElseThrow(() -> new RemoteFailure(Failure.of(FailureClass.CONFIGURATION,
                "The plan of preview " + id + " is no longer kept.", "Ask for another preview and confirm that one.")));
        ObjectNode bundle = json.createObjectNode();
        bundle.set("project", preview.source());
        exchange.setVariable("bundle", json.convertValue(bundle, Map.class));
        exchange.getMessage().setBody(json.convertValue(preview.plan(), Object.class));
    }
}
