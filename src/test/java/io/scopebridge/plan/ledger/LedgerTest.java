package io.scopebridge.plan.ledger;

import io.scopebridge.database.Databases;
import io.scopebridge.group.StartsServer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

@StartsServer
class LedgerTest {

    @Nested
    class OnH2 extends LedgerContract {

        @Override
        protected DataSource database() {
            return Databases.h2();
        }
    }

    @Nested
    class OnPostgres extends LedgerContract {

        @Override
        protected DataSource database() {
            return Databases.postgres();
        }
    }
}
