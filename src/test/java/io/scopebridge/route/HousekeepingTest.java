package io.scopebridge.route;

import io.scopebridge.database.Databases;
import io.scopebridge.group.StartsHub;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

@StartsHub
class HousekeepingTest {

    @Nested
    @ContextConfiguration(classes = OnH2.Database.class)
    class OnH2 extends HousekeepingContract {

        @Import(Parts.class)
        static class Database {

            @Bean(destroyMethod = "")
            DataSource dataSource() {
                return Databases.h2();
            }
        }

        @Override
        String numbers(int many) {
            return "system_range(1, " + many + ")";
        }
    }

    @Nested
    @ContextConfiguration(classes = OnPostgres.Database.class)
    class OnPostgres extends HousekeepingContract {

        @Import(Parts.class)
        static class Database {

            @Bean(destroyMethod = "")
            DataSource dataSource() {
                return Databases.postgres();
            }
        }

        @Override
        String numbers(int many) {
            return "generate_series(1, " + many + ")";
        }
    }
}
