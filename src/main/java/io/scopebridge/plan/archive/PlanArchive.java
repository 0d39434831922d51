package io.scopebridge.plan.archive;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.database.JsonColumn;
import io.scopebridge.database.TimeColumn;
import io.scopebridge.plan.Links;
import io.scopebridge.plan.PlanReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The table plan: every plan has a number and does not change. */
@Repository
public class PlanArchive {

    private final JdbcClient db;

    PlanArchive(JdbcClient db) {
        this.db = db;
    }

    /** The number of a plan that a job is about to run: a new one, unless the last plan of the subject is identical. */
    public long add(String connectionId, NewPlan plan) {
        return same(connectionId, plan).orElseGet(() -> insert(connectionId, plan, null, null, null));
    }

    /** The number of a plan that has not run yet; {@code source} is its input. */
    public long add(String connectionId, NewPlan plan, JsonNode source, String sourceMark) {
        return insert(connectionId, plan, source, sourceMark, null);
    }

    /** The number of the plan with an edited body of a step: that of the original if nothing differs. */
    public long edited(String connectionId, ArchivedPlan original, NewPlan plan) {
        return plan.made().equals(original.made()) ? original.id() : insert(connectionId, plan, null, null, original.id());
    }

    public Optional<ArchivedPlan> find(long id) {
        return db.sql("select * from plan where id = ?").param(id).query(PlanArchive::archived).optional();
    }

    /** The plan that the job ran last. */
    public Optional<ArchivedPlan> ofJob(long job) {
        return db.sql("select p.* from job_plan j join plan p on p.id = j.plan_id where j.job_id = ?").param(job).query(PlanArchive::archived).optional();
    }

    /** Empty if none ran. */
    public Optional<LastPlan> last(String connectionId, String subject) {
        return db.sql("""
                select j.flow, j.job_subject, j.begun_at, p.plan, p.links from job_plan j join plan p on p.id = j.plan_id
                where j.plan_subject = :subject and j.connection_id = :connection order by j.begun_at desc, j.plan_id desc fetch first 1 rows only""")
            .param("subject", subject).param("connection", connectionId)
            .query((row, number) -> new LastPlan(new LastPlan.Work(row.getString("flow"), row.getString("job_subject")),
                PlanReader.read(JsonColumn.read(row.getString("plan"))), Links.of(JsonColumn.read(row.getString("links"))), TimeColumn.read(row, "begun_at")))
            .optional();
    }

    /** The subjects of all plans that jobs of this subject ran. */
    public List<String> subjects(String connectionId, String jobSubject) {
        return db.sql("select distinct plan_subject from job_plan where job_subject = :subject and connection_id = :connection order by plan_subject")
            .param("subject", jobSubject).param("connection", connectionId).query(String.class).list();
    }

    private Optional<Long> same(String connectionId, NewPlan plan) {
        return db.sql("""
                select id from plan where source_mark is null and plan = :plan and links = :links and coalesce(mappings, '') = :mappings and id = (
                  select plan_id from job_plan where plan_subject = :subject and connection_id = :connection order by begun_at desc, plan_id desc fetch first 1 rows only)""")
            .param("plan", JsonColumn.text(plan.made())).param("links", JsonColumn.text(plan.links()))
            .param("mappings", Objects.requireNonNullElse(JsonColumn.text(plan.mappings()), "")).param("subject", plan.subject()).param("connection", connectionId).query(Long.class).optional();
    }

    private long insert(String connectionId, NewPlan plan, JsonNode source, String sourceMark, Long editedFrom) {
        var key = new GeneratedKeyHolder();
        db.sql("""
                insert into plan (connection_id, subject, flow, job_id, made_at, plan, links, source, source_mark, edited_from, mappings)
                values (:connection, :subject, :flow, :job, :now, :plan, :links, :source, :mark, :original, :mappings)""")
            .param("connection", connectionId).param("subject", plan.subject()).param("flow", plan.flow()).param("job", plan.job())
            .param("now", TimeColumn.now()).param("plan", JsonColumn.text(plan.made())).param("links", JsonColumn.text(plan.links()))
            .param("source", JsonColumn.text(source)).param("mark", sourceMark).param("original", editedFrom).param("mappings", JsonColumn.text(plan.mappings())).update(key, "id");
        return key.getKeyAs(Number.class).longValue();
    }

    private static ArchivedPlan archived(ResultSet row, int number) throws SQLException {
        return new ArchivedPlan(row.getLong("id"), row.getString("subject"), JsonColumn.read(row.getString("plan")), JsonColumn.read(row.getString("links")),
            JsonColumn.read(row.getString("source")), row.getString("source_mark"), JsonColumn.read(row.getString("mappings")));
    }
}
