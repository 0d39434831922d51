package io.scopebridge.drift;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.scopebridge.database.DatabaseText;
import io.scopebridge.database.JsonColumn;
import io.scopebridge.database.TimeColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table drift_finding. */
@Repository
class Findings {

    private static final int LONGEST = 2_000;

    private final JdbcClient db;

    Findings(JdbcClient db) {
        this.db = db;
    }

    Optional<Finding> find(String connectionId, long id) {
        return db.sql("select * from drift_finding where connection_id = :connection and id = :id").param("connection", connectionId).param("id", id).query(Findings::read).optional();
    }

    List<Finding> of(String connectionId, Collection<String> scopes) {
        if (scopes.isEmpty()) return List.of();
        return db.sql("select * from drift_finding where connection_id = :connection and scope in (:scopes) order by scope, id")
            .param("connection", connectionId).param("scopes", scopes).query(Findings::read).list();
    }

    /** How many nobody has decided about. */
    int open(String connectionId) {
        return db.sql("select count(*) from drift_finding where connection_id = ? and state = 'OPEN'").param(connectionId).query(Integer.class).single();
    }

    /** Of each scope how many there are, and the first of them, those without a decision before others. */
    Map<String, Listed> listed(String connectionId, Collection<String> scopes, int most) {
        Map<String, Listed> listed = new HashMap<>();
        if (scopes.isEmpty()) return listed;
        db.sql("""
                select * from (select f.*, row_number() over (partition by scope order by case when state = 'OPEN' then 0 else 1 end, id) as place,
                  count(*) over (partition by scope) as total from drift_finding f where connection_id = :connection and scope in (:scopes)) numbered
                where place <= :most order by scope, place""")
            .param("connection", connectionId).param("scopes", scopes).param("most", most)
            .query(row -> {
                int total = row.getInt("total");
                listed.computeIfAbsent(row.getString("scope"), scope -> new Listed(new ArrayList<>(), total)).findings().add(read(row, 0));
            });
        return listed;
    }

    /** @param total also of those that are not listed */
    record Listed(List<Finding> findings, int total) {
    }

    void add(String connectionId, String scope, Difference one) {
        db.sql("""
                insert into drift_finding (connection_id, scope, subject, step_key, kind, field, title, made, found, remote_id, link, covers, actions, state, found_at, seen_at)
                values (:connection, :scope, :subject, :key, :kind, :field, :title, :made, :found, :id, :link, :covers, :actions, 'OPEN', :now, :now)""")
            .param("connection", connectionId).param("scope", scope).param("subject", one.record().subject()).param("key", one.record().key())
            .param("kind", one.kind().word()).param("field", DatabaseText.of(one.field(), 100)).param("title", DatabaseText.of(one.record().title(), 500))
            .param("made", text(one.made())).param("found", text(one.found())).param("id", id(one)).param("link", text(one.record().link()))
            .param("covers", covers(one)).param("actions", actions(one)).param("now", TimeColumn.now()).update();
    }

    /** The same difference in a later check. */
    void seen(Finding before, Difference now, String state) {
        db.sql("""
                update drift_finding set made = :made, found = :found, remote_id = :id, title = :title, link = :link, covers = :covers, actions = :actions, state = :state, seen_at = :now
                where id = :finding and state = :was""")
            .param("made", text(now.made())).param("found", text(now.found())).param("id", id(now)).param("title", DatabaseText.of(now.record().title(), 500))
            .param("link", text(now.record().link())).param("covers", covers(now)).param("actions", actions(now)).param("state", state).param("now", TimeColumn.now())
            .param("finding", before.id()).param("was", before.state()).update();
    }

    /** @return false if somebody has decided before */
    boolean decide(Finding finding, DriftAction action, String reason, String by) {
        return db.sql("update drift_finding set state = :state, reason = :reason, decided_by = :by, decided_at = :now where id = :id and state = 'OPEN'")
            .param("state", action.state()).param("reason", DatabaseText.of(reason, 1_000)).param("by", DatabaseText.of(by, 200)).param("now", TimeColumn.of(Instant.now()))
            .param("id", finding.id()).update() == 1;
    }

    void remove(Finding finding) {
        db.sql("delete from drift_finding where id = :id and state = :state").param("id", finding.id()).param("state", finding.state()).update();
    }

    static String id(Difference one) {
        return DatabaseText.of(one.kind() == DriftKind.TWIN ? one.other() : one.record().id(), 100);
    }

    private static String text(String value) {
        return DatabaseText.of(value, LONGEST);
    }

    private static String covers(Difference one) {
        return list(one.covers().stream().map(record -> record.key()).toList());
    }

    private static String actions(Difference one) {
        return list(one.actions().stream().map(DriftAction::word).toList());
    }

    private static String list(List<String> texts) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        texts.forEach(list::add);
        return list.toString();
    }

    private static List<String> list(String text) {
        List<String> texts = new ArrayList<>();
        JsonColumn.read(text).forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static Finding read(ResultSet row, int number) throws SQLException {
        return new Finding(row.getLong("id"), row.getString("scope"), row.getString("subject"), row.getString("step_key"), DriftKind.of(row.getString("kind")).orElseThrow(),
            row.getString("field"), row.getString("title"), row.getString("made"), row.getString("found"), row.getString("remote_id"), row.getString("link"),
            list(row.getString("covers")), list(row.getString("actions")), row.getString("state"), row.getString("reason"), row.getString("decided_by"),
            TimeColumn.read(row, "decided_at"), TimeColumn.read(row, "found_at"));
    }
}
