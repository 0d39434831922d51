package io.scopebridge.command;

import io.scopebridge.database.SchemaConfiguration;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Creates or updates the tables, for a hub whose database user does not own them. Needs no key. */
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@Import(SchemaConfiguration.class)
class MigrateCommand implements Command {

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");

    private final Flyway flyway;

    MigrateCommand(Flyway flyway) {
        this.flyway = flyway;
    }

    /** The tables were updated when the context started. */
    @Override
    public int run() {
        LOG.info("The tables have schema version {}.", flyway.info().current().getVersion());
        return 0;
    }
}
