package io.scopebridge.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.database.Databases;
import io.scopebridge.group.StartsServer;
import io.scopebridge.plan.view.MadeRecord;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is stored of a check, on both databases. */
@StartsServer
class DriftReportsTest {

    private static final String ID = "drift-reports";
    private static final String SCOPE = "project:7";

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aDecisionLastsAsLongAsTheSameIsFound(String name) {
        DataSource database = name.equals("h2") ? Databases.h2() : Databases.postgres();
        JdbcClient db = JdbcClient.create(database);
        Databases.addConnection(database, ID, "autotask");
        Findings findings = new Findings(db);
        DriftReports reports = new DriftReports(db, findings, new TransactionTemplate(new DataSourceTransactionManager(database)));

        assertThat(keep(reports, 1, hours("10", "12"), gone())).isEqualTo(2);
        List<Finding> found = findings.of(ID, List.of(SCOPE));
        assertThat(keep(reports, 2, hours("10", "12"), gone())).isEqualTo(2);
        assertThat(findings.of(ID, List.of(SCOPE))).extracting(Finding::id).as("the same rows").containsExactlyElementsOf(found.stream().map(Finding::id).toList());

        assertThat(findings.decide(found.get(0), DriftAction.TAKE_OVER, "agreed", "olga")).isTrue();
        assertThat(findings.decide(found.get(0), DriftAction.TAKE_OVER, "agreed", "olga")).as("once").isFalse();
        assertThat(findings.decide(found.get(1), DriftAction.FORGET, "not needed", "olga")).isTrue();
        assertThat(keep(reports, 3, hours("10", "12"), gone())).isZero();
        assertThat(keep(reports, 4, hours("10", "13"), gone())).as("other hours than were agreed").isEqualTo(1);
        reports.incomplete(ID, new Scope(SCOPE, List.of()), 5, "a list is cut");
        assertThat(findings.of(ID, List.of(SCOPE))).hasSize(2);
        assertThat(reports.checkedBy(ID, 5)).isEmpty();
        assertThat(keep(reports, 6)).isZero();
        assertThat(findings.of(ID, List.of(SCOPE))).as("all is as it was made").isEmpty();
        assertThat(reports.checkedBy(ID, 6)).containsExactly(SCOPE);

        keep(reports, 7, gone());
        reports.keepOnly(ID, Set.of("project:8"));
        assertThat(findings.of(ID, List.of(SCOPE))).isEmpty();
        db.sql("delete from connection where id = ?").param(ID).update();
    }

    private static int keep(DriftReports reports, long job, Difference... found) {
        return reports.keep(ID, new Scope(SCOPE, List.of()), job, List.of(found)).open();
    }

    private static Difference hours(String made, String found) {
        return new Difference(record("service:1", "900"), DriftKind.HOURS, "hours", made, found, null, List.of());
    }

    private static Difference gone() {
        return new Difference(record("phase:1", "800"), DriftKind.PHASE_GONE, "", "Phase: Plan", null, null, List.of(record("service:2", "901")));
    }

    private static MadeRecord record(String key, String id) {
        return new MadeRecord(SCOPE, key, "Title of " + key, "tasks", id, null, null, null, null, null, null, null, true, false);
    }
}
