package io.scopebridge.drift;

import io.scopebridge.connection.Connection;
import io.scopebridge.job.JobRequests;
import io.scopebridge.plan.archive.LastPlan;
import io.scopebridge.plan.manual.Recreations;
import io.scopebridge.plan.view.MadeRecord;
import io.scopebridge.plan.view.MadeRecords;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** What persons decide about differences; each is decided once. */
@Component
class DriftDecisions {

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");

    private final Findings findings;
    private final Recreations recreations;
    private final MadeRecords made;
    private final JobRequests jobs;
    private final DriftAlarm alarm;

    DriftDecisions(Findings findings, Recreations recreations, MadeRecords made, JobRequests jobs, DriftAlarm alarm) {
        this.alarm = alarm;
        this.findings = findings;
        this.recreations = recreations;
        this.made = made;
        this.jobs = jobs;
    }

    /**
     * @return the job that makes it again; null for other actions
     * @throws ResponseStatusException 404: there is no such finding; 409: it is decided, or its plan is no longer stored; 422: the action does not fit it
     */
    @Transactional
    public Long decide(Connection connection, long id, DriftAction action, String reason, String by) {
        Finding finding = findings.find(connection.id(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND,
            "There is no finding " + id + " of " + connection.id() + ": a later check may no longer have found it."));
        if (!finding.isOpen()) throw decided(finding);
        if (!finding.actions().contains(action.word())) throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY,
            "'" + action.word() + "' is not possible for this finding; possible: " + String.join(", ", finding.actions()) + ".");
        if (!findings.decide(finding, action, reason, by)) throw decided(finding);
        alarm.settled(connection.id());
        Long job = action == DriftAction.MAKE_AGAIN ? makeAgain(connection, finding, by) : null;
        LOG.info("{}: {} {} ({}): {} by {} ({})", connection.id(), finding.subject(), finding.key(), finding.kind().word(), action.word(), by, reason.replaceAll("\\s+", " "));
        return job;
    }

    private Long makeAgain(Connection connection, Finding finding, String by) {
        Map<String, String> ids = new HashMap<>();
        if (finding.kind().isGone()) {
            ids.put(finding.key(), finding.remoteId());
            for (MadeRecord record : made.of(connection.id(), connection.system(), finding.subject())) {
                if (finding.covers().contains(record.key()) && record.again()) ids.put(record.key(), record.id());
            }
        }
        LastPlan.Work work = recreations.allow(connection.id(), finding.subject(), ids, by).orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT,
            "The plan that created it is no longer stored. Submit the project again."));
        return jobs.rerun(connection.id(), work.flow(), work.subject(), "drift").orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT,
            "The job that created it is no longer stored. Submit the project again."));
    }

    private static ResponseStatusException decided(Finding finding) {
        return new ResponseStatusException(HttpStatus.CONFLICT, "The finding " + finding.id() + " is decided already.");
    }
}
