package io.scopebridge.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people call the subject and the step of failed work, as last read. */
final class SubjectNames {

    private static final Pattern PROJECT = Pattern.compile("(?:project|link|revenue|sales-order):([0-9A-Za-z-]{1,40})");

    private final JdbcClient db;

    SubjectNames(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param connection the name of the connection
     * @param subject the name of the project
     * @param step    the title of the step, such as {@code Ticket: Rack}; all null while unknown
     */
    record Named(String connection, String subject, String step) {
    }

    Named of(FailedWork work) {
        if (work.connectionId() == null) return new Named(null, null, null);
        String connection = db.sql("select name from connection_summary where id = ?").param(work.connectionId()).query(String.class).optional().orElse(null);
        Matcher project = PROJECT.matcher(work.subject() == null ? "" : work.subject());
        String subject = !project.matches() ? null
            : db.sql("select name from project_link where connection_id = ? and project_id = ?").params(work.connectionId(), project.group(1)).query(String.class).optional().orElse(null);
        String step = work.step() == null || work.subject() == null ? null
            : db.sql("select title from step_title where connection_id = ? and subject = ? and step_key = ?").params(work.connectionId(), work.subject(), work.step())
                .query(String.class).optional().orElse(null);
        return new Named(connection, subject, step);
    }
}
