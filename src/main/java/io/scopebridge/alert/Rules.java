package io.scopebridge.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.database.TimeColumn;
import io.scopebridge.web.InvalidInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rules in the table alert_rule. */
@Component
class Rules {

    private static final Logger LOG = LoggerFactory.getLogger(Rules.class);
    private static final int MOST = 200;

    private final JdbcClient db;
    private final ObjectMapper json;
    private final RuleCheck check;

    Rules(JdbcClient db, ObjectMapper json, RuleCheck check) {
        this.db = db;
        this.json = json;
        this.check = check;
    }

    /** Those that can be read, by name. */
    List<Rule> all() {
        List<Optional<Rule>> read = db.sql("select id, definition, applies_from from alert_rule order by name").query((row, number) -> {
            try {
                return Optional.of(rule(row, number));
            } catch (IllegalStateException unreadable) {
                LOG.warn("{}; delete it, and create it again", unreadable.getMessage());
                return Optional.<Rule>empty();
            }
        }).list();
        return read.stream().flatMap(Optional::stream).toList();
    }

    /** @throws InvalidInput if what is stored cannot be read */
    Rule get(long id) {
        try {
            return db.sql("select id, definition, applies_from from alert_rule where id = ?").param(id).query(this::rule).optional()
                .orElseThrow(() -> new UnknownAlert("rule", id));
        } catch (IllegalStateException unreadable) {
            throw new InvalidInput("definition", "of the stored rule cannot be read; replace the rule as a whole, or delete it");
        }
    }

    /** @throws InvalidInput with every invalid field */
    @Transactional
    Rule create(RuleDraft draft) {
        RuleDraft checked = check.complete(draft);
        if (db.sql("select count(*) from alert_rule").query(Integer.class).single() >= MOST) throw new InvalidInput("", "There are " + MOST + " rules already; delete one first");
        KeyHolder key = new GeneratedKeyHolder();
        int rows = db.sql("insert into alert_rule (name, enabled, definition, applies_from) values (:name, :enabled, :definition, :now) on conflict do nothing")
            .param("name", checked.name()).param("enabled", checked.enabled()).param("definition", text(checked)).param("now", TimeColumn.now()).update(key, "id");
        if (rows == 0) throw nameIsUsed();
        return get(key.getKey().longValue());
    }

    /** @throws InvalidInput with every invalid field */
    @Transactional
    Rule replace(long id, RuleDraft draft) {
        db.sql("select id from alert_rule where id = ? for update").param(id).query(Long.class).optional().orElseThrow(() -> new UnknownAlert("rule", id));
        Optional<Rule> was = all().stream().filter(rule -> rule.id() == id).findFirst();
        RuleDraft checked = check.complete(draft);
        if (db.sql("select count(*) from alert_rule where name = ? and id <> ?").param(checked.name()).param(id).query(Integer.class).single() > 0) throw nameIsUsed();
        boolean wasEnabled = was.map(rule -> Boolean.TRUE.equals(rule.definition().enabled())).orElse(false);
        db.sql("update alert_rule set name = :name, enabled = :enabled, definition = :definition, applies_from = :from where id = :id")
            .param("name", checked.name()).param("enabled", checked.enabled()).param("definition", text(checked))
            .param("from", checked.enabled() && !wasEnabled ? TimeColumn.now() : TimeColumn.of(was.map(Rule::appliesFrom).orElse(Instant.now()))).param("id", id).update();
        return get(id);
    }

    void delete(long id) {
        if (db.sql("delete from alert_rule where id = ?").param(id).update() == 0) throw new UnknownAlert("rule", id);
    }

    private String text(RuleDraft draft) {
        return json.valueToTree(draft).toString();
    }

    private Rule rule(ResultSet row, int number) throws SQLException {
        try {
            return new Rule(row.getLong("id"), TimeColumn.read(row, "applies_from"), json.readValue(row.getString("definition"), RuleDraft.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The alert rule " + row.getLong("id") + " cannot be read", e);
        }
    }

    private static InvalidInput nameIsUsed() {
        return new InvalidInput("name", "is already used; choose another");
    }
}
