package io.scopebridge.log;

import io.scopebridge.log.group.Handlings;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The log of one node over a database, without the rest of the hub. */
public final class LogOn {

    public final FailureLog log;
    public final LogOutbox outbox;
    public final Handlings handlings;
    private final TransactionTemplate transactions;

    public LogOn(DataSource database) {
        JdbcClient db = JdbcClient.create(database);
        log = new FailureLog(db);
        outbox = new LogOutbox(db);
        handlings = new Handlings(db);
        transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    /** What logs the failures of routes. */
    public DeadLetterComponent deadLetters() {
        return new DeadLetterComponent(log);
    }

    /** In a transaction of its own, as Spring gives it. */
    public long write(FailedWork work) {
        return transactions.execute(status -> log.write(work));
    }
}
