package io.scopebridge.plan.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Plans of jobs that did not get through, as their mappings had made them: one for each job, its last. */
@Repository
public class KeptPlans {

    private final JdbcClient db;
    private final ObjectMapper json;

    KeptPlans(JdbcClient db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    public void keep(long job, JsonNode plan) {
        String text = plan.toString();
        int there = db.sql("update kept_plan set plan = :plan, made_at = current_timestamp where job_id = :job").param("plan", text).param("job", job).update();
        if (there == 0) {
            db.sql("insert into kept_plan (job_id, plan) select id, :plan from job where id = :job").param("plan", text).param("job", job).update();
        }
    }

    public void forget(long job) {
        db.sql("delete from kept_plan where job_id = ?").param(job).update();
    }

    public Optional<JsonNode> of(long job) {
        return db.sql("select plan from kept_plan where job_id = ?").param(job).query(String.class).optional().map(this::parsed);
    }

    private JsonNode parsed(String plan) {
        try {
            return json.readTree(plan);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The plan that was kept is not JSON", e);
        }
    }
}
