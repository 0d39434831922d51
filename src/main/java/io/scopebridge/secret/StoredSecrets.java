package io.scopebridge.secret;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;

/** A table with encrypted secrets. Every table that has some is one of these: what is not re-encrypted is lost with the former key. */
public interface StoredSecrets {

    /**
     * @param id     of the row
     * @param holder what the secrets were sealed for, beside their path
     * @param sealed by path
     */
    record Row(String id, String holder, Map<String, String> sealed) {
    }

    List<Row> rows();

    /** The ids of rows that cannot be read and that nobody can enter again, because another has taken their place. They are left as they are. */
    default Set<String> abandoned() {
        return Set.of();
    }

    /**
     * Replaces the secrets of one row, locked, in a transaction of its own. A row that was deleted meanwhile is none.
     *
     * @param change from path and sealed secret to the new sealed secret
     * @return how many have changed
     */
    int change(String id, BinaryOperator<String> change);
}
