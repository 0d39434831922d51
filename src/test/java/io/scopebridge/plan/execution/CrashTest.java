package io.scopebridge.plan.execution;

import io.scopebridge.database.Databases;
import io.scopebridge.group.StartsServer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

@StartsServer
class CrashTest {

    @Nested
    class OnH2 extends CrashContract {

        @Override
        protected DataSource database() {
            return Databases.h2();
        }
    }

    @Nested
    class OnPostgres extends CrashContract {

        @Override
        protected DataSource database() {
            return Databases.postgres();
        }
    }
}
