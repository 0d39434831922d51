package io.scopebridge.project;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.connection.Connection;
import io.scopebridge.connection.ProjectActions;
import io.scopebridge.identity.CrmRecords;
import io.scopebridge.job.JobRequests;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Requests a revenue job for a project that reaches a configured stage or is linked to another opportunity. */
@Component
class RevenueJobs {

    static final String FLOW = "sync-revenue";

    private final JobRequests jobs;
    private final CrmRecords records;
    private final ObjectMapper json;

    RevenueJobs(JobRequests jobs, CrmRecords records, ObjectMapper json) {
        this.jobs = jobs;
        this.records = records;
        this.json = json;
    }

    /** Takes part in the caller's transaction, so that a transition is stored together with its job or not at all. */
    void changed(Connection connection, Projects.Before before, boolean takenBack, SeenProject now) {
        Stage stage = Stage.of(now.status()).orElse(null);
        if (stage == null || now.crmOpportunityId() == null || !isOn(connection) || records.isOthers(connection.id(), now.crmOpportunityId())) return;
        boolean linked = before == null || !now.crmOpportunityId().equals(before.crmOpportunityId());
        Stage was = before == null || linked ? null : Stage.of(before.status()).orElse(null);
        if (was == stage && !takenBack) return;
        boolean restarted = takenBack || was != null && stage.ordinal() <= Stage.PENDING.ordinal() && stage.ordinal() < was.ordinal();
        // A project lost before approval need never have been submitted.
        boolean givenUp = stage == Stage.LOST && now.approvedAt() == null;
        if (isWanted(connection, givenUp ? Set.of(stage) : stage.reachedFrom(restarted ? null : was), stage)) {
            jobs.request(connection.id(), FLOW, "project:" + now.projectId(), json.createObjectNode().put("project", now.projectId()),
                linked && before != null ? "link" : stage.setting(), null);
        }
    }

    private static boolean isOn(Connection connection) {
        return connection.setting("revenue.stages") != null && !"true".equals(connection.setting("revenue.skip")) && ProjectActions.hasCrm(connection);
    }

    private static boolean isWanted(Connection connection, Set<Stage> reached, Stage stage) {
        Set<String> wanted = Arrays.stream(connection.setting("revenue.stages").split(",")).map(String::strip).collect(Collectors.toSet());
        return reached.stream().anyMatch(one -> wanted.contains(one.setting()))
            || connection.setting("revenue." + stage.setting() + "Status") != null;
    }
}
