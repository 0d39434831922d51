package io.scopebridge.database;

import java.sql.SQLNonTransientConnectionException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** A commit counts only if an embedded database is still open afterwards: H2 closes it when a write fails. */
@Component("transactionManager")
class CheckedCommits extends JdbcTransactionManager {

    private static final String NO_CONNECTION = "08003";

    private final transient DatabaseState databaseState;

    CheckedCommits(DataSource database, DatabaseState databaseState) {
        super(database);
        this.databaseState = databaseState;
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        super.doCommit(status);
        databaseState.closed().ifPresent(sentence -> {
            throw new TransactionSystemException(sentence, new SQLNonTransientConnectionException(sentence, NO_CONNECTION));
        });
    }
}
