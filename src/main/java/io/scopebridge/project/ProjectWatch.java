package io.scopebridge.project;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.connection.Connection;
import io.scopebridge.connection.Feature;
import io.scopebridge.identity.CrmRecords;
import io.scopebridge.job.JobRequests;
import io.scopebridge.log.OddRows;
import io.scopebridge.text.LenientTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares ScopeStack projects with the stored ones and acts on transitions, not on states: ScopeStack's filters have the resolution of
 * a day, so the same project is returned repeatedly. Projects approved before the first read of a connection trigger nothing.
 */
@Component("projectWatch")
public class ProjectWatch {

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");

    private final Projects projects;
    private final JobRequests jobs;
    private final RevenueJobs revenue;
    private final CrmRecords records;
    private final ObjectMapper json;
    private final OddRows oddRows;

    ProjectWatch(Projects projects, JobRequests jobs, RevenueJobs revenue, CrmRecords records, ObjectMapper json, OddRows oddRows) {
        this.projects = projects;
        this.jobs = jobs;
        this.revenue = revenue;
        this.records = records;
        this.json = json;
        this.oddRows = oddRows;
    }

    /** The day, as yyyy-MM-dd, after which changes are read: one before the last known change; null for all projects, at first and once a day. */
    public String since(Connection connection) {
        if (projects.wantFullLook(connection.id())) return null;
        Optional<OffsetDateTime> latest = projects.latestChange(connection.id());
        return latest.map(time -> time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate().minusDays(1).toString()).orElse(null);
    }

    /** All pages were read: from now on every difference is a transition. */
    public void passed(Connection connection, String since) {
        if (since == null) projects.lookedAt(connection.id());
    }

    /** The PSA has the project's state in ScopeStack at that time (ISO 8601). */
    public void pushed(Connection connection, String projectId, String updatedAt) {
        projects.pushed(connection.id(), projectId, LenientTime.of(updatedAt).filter(time -> time.isBefore(OffsetDateTime.now())).orElseGet(OffsetDateTime::now));
    }

    /** Processes a page of rows; until all were read once, nothing counts as a transition. */
    @Transactional
    public void see(@Body Object rows, @Variable("connection") Connection connection, @Variable("flow") String flow,
                    @Variable("subject") String subject, @Variable("jobId") Long jobId) {
        boolean firstPass = !projects.wereLookedAt(connection.id());
        List<String> oddities = new ArrayList<>();
        List<SeenProject> page = SeenProject.page(json.valueToTree(rows), OffsetDateTime.now(), oddities);
        oddRows.found(connection.id(), flow, subject, jobId, oddities, "Correct the project in ScopeStack. The rest of it, and all other projects, were read.");
        Map<String, Projects.Before> before = projects.before(connection.id(), page.stream().map(SeenProject::projectId).toList());
        for (SeenProject seen : page) see(connection, seen, Optional.ofNullable(before.get(seen.projectId())), firstPass);
    }

    private void see(Connection connection, SeenProject seen, Optional<Projects.Before> before, boolean firstPass) {
        boolean takenBack = before.filter(then -> isTakenBack(then, seen)).isPresent();
        boolean stale = takenBack || before.filter(Projects.Before::stale).isPresent();
        if (before.filter(then -> then.shows(seen, stale)).isPresent()) return;
        projects.keep(connection.id(), seen, stale);
        if (firstPass) return;
        revenue.changed(connection, before.orElse(null), takenBack, seen);
        if (before.filter(then -> then.status().equals(seen.status()) && !takenBack).isPresent()) return;
        LOG.info("{}: project {} \"{}\" is now {}", connection.id(), seen.projectId(), seen.name(), seen.status());
        if (Stage.of(seen.status()).filter(Stage.APPROVED::equals).isPresent() && connection.has(Feature.PSA) && Boolean.parseBoolean(connection.setting("projects.createOnApproval"))) create(connection, seen);
    }

    /** Also if it was approved again between two polls. */
    private static boolean isTakenBack(Projects.Before then, SeenProject now) {
        return then.approvedAt() != null && !Projects.same(then.approvedAt(), now.approvedAt());
    }

    private void create(Connection connection, SeenProject seen) {
        if (records.isOthers(connection.id(), seen.crmOpportunityId())) return;
        ObjectNode payload = json.createObjectNode().put("project", seen.projectId());
        payload.set("options", connection.settings().at("/projects/options").deepCopy());
        jobs.request(connection.id(), "push-project", "project:" + seen.projectId(), payload, "approval",
            "approval:" + connection.id() + ":" + seen.projectId() + "@" + seen.approvedAt());
    }
}
