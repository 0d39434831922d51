package io.scopebridge.replay;

import io.scopebridge.database.Databases;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.TestHub;
import java.nio.file.Path;
import java.util.Base64;

@StartsHub
class ReplayOnPostgresTest extends ReplayContract {

    @Override
    TestHub hub(Path home) throws Exception {
        return new TestHub(home, Databases.freshPostgres(), "postgres", "")
            .with("scopebridge.secret-key", Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes()));
    }
}
