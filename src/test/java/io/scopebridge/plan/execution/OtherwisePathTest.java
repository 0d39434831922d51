package io.scopebridge.plan.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.database.Databases;
import io.scopebridge.group.Fast;
import io.scopebridge.plan.ledger.Origin;
import io.scopebridge.remote.Call;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A step whose address some systems do not have names another one, which is used after 404 and only then. */
@Fast
class OtherwisePathTest extends ExecutorFixture {

    private static final DataSource DATABASE = Databases.h2();

    @Override
    protected DataSource database() {
        return DATABASE;
    }

    @Test
    void afterNotFoundTheOtherPathIsUsed() {
        PlanResult result = carryOut(project(), phase("/projects/0/phases", "/projects/${project}/phases"));

        assertThat(result.created()).isEqualTo(2);
        assertThat(paths()).containsExactly("/projects", "/projects/0/phases", "/projects/1/phases");
        assertThat(row("phase").origin()).isEqualTo(Origin.CREATED);
    }

    @Test
    void thePathThatIsThereIsUsedAlone() {
        carryOut(project(), phase("/projects/${project}/phases", "/projects/0/phases"));

        assertThat(paths()).containsExactly("/projects", "/projects/1/phases");
    }

    @Test
    void aRefusalOfAnotherKindIsARefusal() {
        psa.trap(call -> call.path().endsWith("/phases"), StrictPsa.status(422, Map.of()), 1);

        assertThat(carryOut(project(), phase("/projects/${project}/phases", "/projects/1/phases")).failed()).isEqualTo(1);

        assertThat(psa.all("phases")).isEmpty();
    }

    @Test
    void nothingAtEitherPathIsARefusal() {
        assertThat(carryOut(project(), phase("/projects/0/phases", "/projects/9/phases")).failed()).isEqualTo(1);
        assertThat(paths()).containsExactly("/projects", "/projects/0/phases", "/projects/9/phases");
    }

    @Test
    void aLostAnswerFromTheOtherPathLeavesOneObject() {
        psa.trap(call -> call.path().equals("/projects/1/phases"), StrictPsa.Fault.LOST_AFTER, 1);

        assertThat(carryOut(project(), phase("/projects/0/phases", "/projects/${project}/phases")).failed()).isZero();

        assertThat(psa.values("phases", "name")).containsExactly("A");
    }

    private List<String> paths() {
        return psa.calls.stream().map(Call::path).toList();
    }

    private static String phase(String path, String otherwise) {
        return """
            {"key":"phase","title":"Phase","call":{"path":"%s","otherwise":"%s","body":{"name":"A"}},
             "find":{"path":"/projects/${project}/phases","match":{"/name":"A"}}}""".formatted(path, otherwise);
    }
}
