package io.scopebridge.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.connection.Connection;
import io.scopebridge.job.JobRequests;
import io.scopebridge.plan.archive.ArchivedPlan;
import io.scopebridge.plan.archive.PlanArchive;
import io.scopebridge.plan.preview.PlanPreviews;
import io.scopebridge.web.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.server.ResponseStatusException;

/** Requests previews, and runs the plan of a preview unchanged. */
@Component
class PreviewRequests {

    static final String OTHER_COMPANY = "confirmOtherCompany";
    private static final String ANOTHER = " Request another preview.";

    /** A requested preview and its job. */
    record Asked(long preview, long job) {
    }

    private final Previews previews;
    private final PlanArchive archive;
    private final PlanPreviews plans;
    private final JobRequests jobs;
    private final SourceProjects sources;
    private final TransactionOperations transactions;
    private final Duration validFor;
    private final ObjectMapper json;

    PreviewRequests(Previews previews, PlanArchive archive, PlanPreviews plans, JobRequests jobs, SourceProjects sources, TransactionOperations transactions,
                    @Value("${scopebridge.previews.valid-for}") Duration validFor, ObjectMapper json) {
        this.previews = previews;
        this.archive = archive;
        this.plans = plans;
        this.jobs = jobs;
        this.sources = sources;
        this.transactions = transactions;
        this.validFor = validFor;
        this.json = json;
    }

    Asked ask(Connection connection, String project, ObjectNode options, String by) {
        String subject = ProjectNumber.subject(project);
        return transactions.execute(begun -> {
            long preview = previews.add(connection.id(), subject, options, SettingsHash.of(connection), by);
            ObjectNode payload = json.createObjectNode().put("project", project).put("preview", preview);
            payload.set("options", options);
            long job = jobs.request(connection.id(), "preview-project", subject, payload, "api", null);
            previews.madeBy(preview, job);
            return new Asked(preview, job);
        });
    }

    /**
     * Runs exactly the plan of the preview.
     *
     * @param otherCompany whether a person confirmed that the records go to another company than the project's client
     * @return the id of the job
     * @throws InvalidInput            if there is no such preview of the project
     * @throws ResponseStatusException 409 with a remedy, if the plan is no longer current or was already run
     */
    long confirm(Connection connection, String project, long id, boolean otherCompany) {
        Preview preview = find(connection, project, id).orElseThrow(() ->
            new InvalidInput("preview", "there is no preview " + id + " of project " + project + "; request one with POST .../psa-project/preview"));
        check(preview, connection);
        JsonNode other = preview.content().path("otherCompany");
        if (other.isObject() && !otherCompany) {
            throw conflict("The client of project " + project + " is '" + other.path("client").asText() + "', but the records would go to the company '" + other.path("company").asText()
                + "'. Set " + OTHER_COMPANY + " to true to create them there all the same.");
        }
        if (!plan(preview).map(ArchivedPlan::sourceMark).equals(Optional.of(sources.markOf(connection, project)))) {
            throw conflict("Project " + project + " was changed in ScopeStack after it was read for the preview." + ANOTHER);
        }
        if (plans.changedSince(connection.id(), preview.subject(), preview.madeAt())) {
            throw conflict("Project " + project + " was pushed after the preview was made, perhaps with other options." + ANOTHER);
        }
        ObjectNode payload = json.createObjectNode().put("project", project).put("preview", id);
        return transactions.execute(begun -> {
            long job = jobs.request(connection.id(), "push-project", preview.subject(), payload, "preview", null);
            if (!previews.use(id, job)) throw conflict("Preview " + id + " has just been confirmed by somebody else." + ANOTHER);
            return job;
        });
    }

    Optional<Preview> find(Connection connection, String project, long id) {
        return previews.find(connection.id(), ProjectNumber.subject(project), id);
    }

    /** Empty until it is made. */
    Optional<ArchivedPlan> plan(Preview preview) {
        return Optional.ofNullable(preview.plan()).flatMap(archive::find);
    }

    PreviewState stateOf(Preview preview, boolean failed) {
        if (preview.usedByJob() != null) return PreviewState.CONFIRMED;
        if (preview.isRefused()) return PreviewState.REFUSED;
        if (preview.content() == null) return failed ? PreviewState.FAILED : PreviewState.PREPARING;
        return Instant.now().isAfter(validUntil(preview)) ? PreviewState.EXPIRED : PreviewState.READY;
    }

    /** Null until it is ready. */
    Instant validUntil(Preview preview) {
        return preview.madeAt() == null ? null : preview.madeAt().plus(validFor);
    }

    private void check(Preview preview, Connection connection) {
        switch (stateOf(preview, false)) {
            case CONFIRMED -> throw conflict("Preview " + preview.id() + " was already run, by job " + preview.usedByJob() + "." + ANOTHER);
            case REFUSED -> throw conflict("The plan has problems: " + preview.content().path("problems").findValuesAsText("cause")
                + " Fix them and request another preview.");
            case PREPARING, FAILED -> throw conflict("Preview " + preview.id() + " is not ready yet. Read it first: GET .../psa-project/preview/" + preview.id() + ".");
            case EXPIRED -> throw conflict("Preview " + preview.id() + " expired at " + validUntil(preview) + "." + ANOTHER);
            default -> { }
        }
        if (!preview.settingsHash().equals(SettingsHash.of(connection))) {
            throw conflict("The connection points to another account or tenant than when the preview was made: its settings were changed." + ANOTHER);
        }
    }

    private static ResponseStatusException conflict(String why) {
        return new ResponseStatusException(HttpStatus.CONFLICT, why);
    }
}
