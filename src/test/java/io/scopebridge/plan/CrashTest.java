package io.scopebridge.plan;

import io.scopebridge.database.Databases;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

class CrashTest {

    @Nested
    class OnH2 extends CrashContract {

        @Override
        DataSource database() {
            return Databases.h2();
        }
    }

    @Nested
    class OnPostgres extends CrashContract {

        @Override
        DataSource database() {
            return Databases.postgres();
        }
    }
}
