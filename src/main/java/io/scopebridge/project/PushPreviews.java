package io.scopebridge.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.connection.Connection;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.plan.PlanReader;
import io.scopebridge.plan.archive.ArchivedPlan;
import io.scopebridge.plan.archive.PlanArchive;
import io.scopebridge.plan.preview.PlanPreviews;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Operations of the flows preview-project and push-project on previews. */
@Component("pushPreviews")
public class PushPreviews {

    private final Previews previews;
    private final PlanPreviews plans;
    private final PlanArchive archive;
    private final ObjectMapper json;

    PushPreviews(Previews previews, PlanPreviews plans, PlanArchive archive, ObjectMapper json) {
        this.previews = previews;
        this.plans = plans;
        this.archive = archive;
        this.json = json;
    }

    /** Stores the preview of the plan in the body, or its problems. */
    public void keep(@Body Object body, @Variable("connection") Connection connection, @Variable("previewId") long preview, @Variable("planId") long plan) {
        JsonNode made = json.valueToTree(body);
        if (made.path("problems").size() > 0) {
            previews.made(preview, plan, json.createObjectNode().set("problems", made.path("problems")));
            return;
        }
        ObjectNode content = json.valueToTree(plans.of(connection, PlanReader.read(made)));
        for (String part : List.of("resolved", "otherCompany")) if (made.path(part).size() > 0) content.set(part, made.path(part));
        previews.made(preview, plan, content);
    }

    /** Sets {@code planId} to the confirmed plan, and {@code bundle} to its source. */
    public Map<String, Object> confirmed(Connection connection, String subject, long id) {
        ArchivedPlan plan = previews.find(connection.id(), subject, id).map(Preview::plan).flatMap(archive::find)
            .orElseThrow(() -> new RemoteFailure(Failure.of(FailureClass.CONFIGURATION,
                "The plan of preview " + id + " is no longer stored.", "Request another preview and confirm that one.")));
        ObjectNode bundle = json.createObjectNode();
        bundle.set("project", plan.source());
        return Map.of("bundle", json.convertValue(bundle, Map.class), "planId", plan.id());
    }
}
