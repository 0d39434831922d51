package io.scopebridge.user;

import io.scopebridge.database.TimeColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table console_user. */
@Repository
class UserTable {

    private final JdbcClient db;

    UserTable(JdbcClient db) {
        this.db = db;
    }

    /** Those who may log in. */
    Optional<ConsoleUser> find(String name) {
        return db.sql("select name, role, hash from console_user where name = :name and enabled").param("name", name)
            .query((row, number) -> new ConsoleUser(row.getString("name"), row.getString("role"), row.getString("hash"), row.getString("hash"), Source.DATABASE)).optional();
    }

    /** Whatever its case, and also if it is disabled. */
    boolean has(String name) {
        return db.sql("select count(*) from console_user where name_key = :key").param("key", name.toLowerCase(Locale.ROOT)).query(Integer.class).single() > 0;
    }

    Optional<UserView> view(String name) {
        return db.sql("select * from console_user where name = :name").param("name", name).query(UserTable::view).optional();
    }

    List<UserView> views() {
        return db.sql("select * from console_user order by name_key").query(UserTable::view).list();
    }

    private static UserView view(ResultSet row, int number) throws SQLException {
        return new UserView(row.getString("name"), row.getString("role"), row.getBoolean("enabled"), Source.DATABASE, TimeColumn.read(row, "created_at"),
            row.getString("created_by"), TimeColumn.read(row, "last_login_at"));
    }

    /** False if there is a user of this name, whatever its case, also if another node has just added it. */
    boolean add(String name, String role, String hash, String by) {
        return db.sql("""
                insert into console_user (name, name_key, role, hash, enabled, created_at, created_by)
                values (:name, :key, :role, :hash, true, :now, :by) on conflict do nothing""")
            .param("name", name).param("key", name.toLowerCase(Locale.ROOT)).param("role", role).param("hash", hash)
            .param("now", TimeColumn.now()).param("by", by).update() == 1;
    }

    /** The names of enabled admins; whoever asks next waits for the end of the transaction. */
    List<String> lockAdmins() {
        return db.sql("select name from console_user where role = 'admin' and enabled order by name for update").query(String.class).list();
    }

    boolean hasAdmin() {
        return db.sql("select count(*) from console_user where role = 'admin' and enabled").query(Integer.class).single() > 0;
    }

    int role(String name, String role) {
        return db.sql("update console_user set role = :role where name = :name").param("role", role).param("name", name).update();
    }

    int hash(String name, String hash) {
        return db.sql("update console_user set hash = :hash where name = :name").param("hash", hash).param("name", name).update();
    }

    int enabled(String name, boolean enabled) {
        return db.sql("update console_user set enabled = :enabled where name = :name").param("enabled", enabled).param("name", name).update();
    }

    int remove(String name) {
        return db.sql("delete from console_user where name = :name").param("name", name).update();
    }

    void loggedIn(String name) {
        db.sql("update console_user set last_login_at = :now where name = :name").param("now", TimeColumn.now())
            .param("name", name).update();
    }
}
