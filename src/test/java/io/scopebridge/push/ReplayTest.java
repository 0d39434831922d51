package io.scopebridge.push;

import io.scopebridge.hub.TestHub;
import java.nio.file.Path;

class ReplayTest extends ReplayContract {

    @Override
    TestHub hub(Path home) {
        return new TestHub(home);
    }
}
