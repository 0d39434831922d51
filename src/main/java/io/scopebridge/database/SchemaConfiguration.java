package io.scopebridge.database;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Creates and updates the tables at the start, or only compares them, as for a database user that does not own them. */
@Configuration(proxyBeanMethods = false)
public class SchemaConfiguration {

    @Bean
    FlywayMigrationStrategy schema(@Value("${scopebridge.database.migrate:true}") boolean migrate) {
        return flyway -> {
            Schema schema = new Schema(flyway);
            schema.acceptOtherForm(migrate);
            schema.refuseForeign();
            if (migrate) flyway.migrate();
            schema.refuseOutdated();
        };
    }

    /** By default Flyway accepts a schema that is newer than the jar. */
    @Bean
    FlywayConfigurationCustomizer newerSchemasAreRefused() {
        return flyway -> flyway.ignoreMigrationPatterns(new String[0]);
    }
}
