package io.scopebridge.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.connection.Connection;
import io.scopebridge.connection.ConnectionView;
import io.scopebridge.database.Upsert;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** In which ScopeStack account each connection works: as ScopeStack has named it, otherwise as far as the settings tell. */
@Component("scopeStackAccounts")
public class ScopeStackAccounts {

    private record Seen(String settingsHash, String slug) {
    }

    private final JdbcClient db;

    ScopeStackAccounts(JdbcClient db) {
        this.db = db;
    }

    /** ScopeStack has named the account. */
    @Transactional
    public void saw(Connection connection, String slug) {
        Seen now = new Seen(hash(connection.settings()), slug);
        if (slug == null || now.equals(seen().get(connection.id()))) return;
        Upsert.write(
            db.sql("update scopestack_account set settings_hash = ?, slug = ? where connection_id = ?").params(now.settingsHash(), slug, connection.id()),
            db.sql("insert into scopestack_account (settings_hash, slug, connection_id) values (?, ?, ?) on conflict do nothing").params(now.settingsHash(), slug, connection.id()));
    }

    /** Empty while it is not known. */
    public Optional<String> slug(ConnectionView connection) {
        return Optional.ofNullable(of(List.of(connection)).get(connection.id())).filter(slug -> slug.matches("[A-Za-z0-9_-]{1,100}"));
    }

    /** Where the API is. Ids of CRM records are unique within it. */
    static String address(ConnectionView connection) {
        return setting(connection.settings(), "apiUrl");
    }

    /** By connection. Two with equal texts work in the same account; of two with different ones that is not known. */
    Map<String, String> of(List<ConnectionView> connections) {
        Map<String, Seen> seen = seen();
        Map<String, String> accounts = new HashMap<>();
        connections.forEach(one -> accounts.put(one.id(), Optional.ofNullable(seen.get(one.id()))
            .filter(account -> account.settingsHash().equals(hash(one.settings()))).map(Seen::slug).orElse(null)));
        // A client works in one account, so what is known of one connection with it is known of all.
        connections.stream().filter(one -> accounts.get(one.id()) == null).forEach(one -> accounts.put(one.id(), connections.stream()
            .filter(other -> hash(other.settings()).equals(hash(one.settings()))).map(other -> accounts.get(other.id())).filter(Objects::nonNull)
            .findFirst().orElseGet(() -> named(one.settings()))));
        return accounts;
    }

    private static String named(JsonNode settings) {
        String account = setting(settings, "account");
        return account.isBlank() ? "?" + hash(settings) : account;
    }

    private Map<String, Seen> seen() {
        Map<String, Seen> seen = new HashMap<>();
        db.sql("select connection_id, settings_hash, slug from scopestack_account")
            .query(row -> { seen.put(row.getString(1), new Seen(row.getString(2), row.getString(3))); });
        return seen;
    }

    /** Of what decides about the account. */
    private static String hash(JsonNode settings) {
        return DigestUtils.sha256Hex(String.join("\n", setting(settings, "apiUrl"), setting(settings, "clientId"), setting(settings, "account")));
    }

    private static String setting(JsonNode settings, String name) {
        return settings.path("scopestack").path(name).asText("");
    }
}
