package io.scopebridge.replay;

import io.scopebridge.hub.TestHub;
import io.scopebridge.job.PostgresHubTest;
import java.nio.file.Path;
import java.util.Base64;

class ReplayOnPostgresTest extends ReplayContract {

    @Override
    TestHub hub(Path home) throws Exception {
        return new TestHub(home, PostgresHubTest.freshDatabase(), "postgres", "")
            .with("scopebridge.secret-key", Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes()));
    }
}
