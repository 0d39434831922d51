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
import org.apache.camel.Body;
import org.apache.camel.Variable;
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
    public void keep(@Body Object plan, @Variable("connection") Connection connection, @Variable("previewId") long preview,
                     @Variable("bundle") Map<String, Object> bundle, @Variable("project") Object project) {
        JsonNode made = json.valueToTree(plan);
        JsonNode source = json.valueToTree(bundle.get("project"));
        String mark = SourceProjects.mark(json.valueToTree(project));
        if (made.path("problems").size() > 0) {
            previews.made(preview, source, mark, null, json.createObjectNode().set("problems", made.path("problems")));
            return;
        }
        previews.made(preview, source, mark, made, json.valueToTree(plans.of(connection, PlanReader.read(made))));
    }

    /** The {@code plan} that a person has confirmed, and the {@code bundle} that it was made of. */
    public Map<String, Object> confirmed(Connection connection, String subject, long id) {
        Preview preview = previews.find(connection.id(), subject, id)
            .filter(one -> one.plan() != null).orElseThrow(() -> new RemoteFailure(Failure.of(FailureClass.CONFIGURATION,
                "The plan of preview " + id + " is no longer kept.", "Ask for another preview and confirm that one.")));
        ObjectNode bundle = json.createObjectNode();
        bundle.set("project", preview.source());
        return Map.of("bundle", json.convertValue(bundle, Map.class), "plan", json.convertValue(preview.plan(), Object.class));
    }
}
