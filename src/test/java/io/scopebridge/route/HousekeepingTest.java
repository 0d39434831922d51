package io.scopebridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.database.Databases;
import io.scopebridge.group.StartsHub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

@StartsHub
class HousekeepingTest {

    /** H2 runs such a subquery again for each row that it compares: a thousand rows took 17 s in place of 20 ms. */
    @Test
    void noStatementLocksInASubqueryThatItComparesWith() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".sql")).toList()) {
                assertThat(Files.readString(file)).as("%s: use merge into ... using (select ... for update)", file)
                    .doesNotContainPattern("(?ims)^(delete|update) [^;]*\\bfor update\\b");
            }
        }
    }

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
