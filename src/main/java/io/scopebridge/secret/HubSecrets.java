package io.scopebridge.secret;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Random keys of the hub itself, each for one purpose: they outlive a change of the key that encrypts them. */
@Component
public class HubSecrets implements StoredSecrets {

    /** No id of a connection begins so. */
    static final String HOLDER = "~hub";

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");

    private final JdbcClient db;
    private final SecretBox box;

    public HubSecrets(JdbcClient db, SecretBox box) {
        this.db = db;
        this.box = box;
    }

    /** @param number counts the keys of a purpose, from 1 */
    public record HubKey(int number, byte[] key) {
    }

    /** The newest key of this purpose that can be read; a new one if there is none. All nodes with the same keys get the same. */
    public HubKey current(String purpose) {
        List<String> names = names(purpose);
        List<String> unreadable = new ArrayList<>();
        for (int number = names.size(); number > 0; number--) {
            try {
                return new HubKey(number, key(purpose, number));
            } catch (UnreadableSecret e) {
                unreadable.add(e.getMessage());
            }
        }
        unreadable.forEach(message -> LOG.error("{} A new key is used.", message));
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        String name = purpose + "." + (names.size() + 1);
        db.sql("insert into hub_secret (name, sealed) values (:name, :sealed) on conflict do nothing")
            .param("name", name).param("sealed", box.seal(Base64.getEncoder().encodeToString(key), HOLDER, name)).update();
        return new HubKey(names.size() + 1, key(purpose, names.size() + 1));
    }

    /** @throws UnreadableSecret if it cannot be decrypted, or is no longer stored */
    public byte[] key(String purpose, int number) {
        String name = purpose + "." + number;
        String sealed = db.sql("select sealed from hub_secret where name = :name").param("name", name).query(String.class).optional()
            .orElseThrow(() -> UnreadableSecret.damaged(HOLDER, name));
        return Base64.getDecoder().decode(box.open(sealed, HOLDER, name));
    }

    /** How many keys of this purpose there are, numbered from 1. */
    public int count(String purpose) {
        return names(purpose).size();
    }

    private List<String> names(String purpose) {
        return db.sql("select name from hub_secret where name like :names").param("names", purpose + ".%").query(String.class).list();
    }

    @Override
    public List<Row> rows() {
        return db.sql("select name, sealed from hub_secret order by name").query((row, n) -> row(row.getString("name"), row.getString("sealed"))).list();
    }

    /** Those for whose purpose another can be read. */
    @Override
    public Set<String> abandoned() {
        Map<Boolean, Set<String>> names = rows().stream().collect(Collectors.partitioningBy(this::isReadable, Collectors.mapping(Row::id, Collectors.toCollection(TreeSet::new))));
        Set<String> purposes = names.get(true).stream().map(HubSecrets::purpose).collect(Collectors.toSet());
        names.get(false).removeIf(name -> !purposes.contains(purpose(name)));
        return names.get(false);
    }

    private boolean isReadable(Row row) {
        try {
            box.open(row.sealed().get(row.id()), HOLDER, row.id());
            return true;
        } catch (UnreadableSecret e) {
            return false;
        }
    }

    private static String purpose(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    @Override
    @Transactional
    public int change(String name, BinaryOperator<String> change) {
        String sealed = db.sql("select sealed from hub_secret where name = :name for update").param("name", name).query(String.class).single();
        String changed = change.apply(name, sealed);
        return changed.equals(sealed) ? 0 : db.sql("update hub_secret set sealed = :sealed where name = :name").param("sealed", changed).param("name", name).update();
    }

    private static Row row(String name, String sealed) {
        return new Row(name, HOLDER, Map.of(name, sealed));
    }
}
