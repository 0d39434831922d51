package io.scopebridge.practice.autotask;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Records;
import java.util.Locale;

/** What the API user may do, held as records of the type {@code rights}: 0 none, 1 all. */
class Rights {

    private static final String TYPE = "rights";

    private final Records records;

    Rights(Records records) {
        this.records = records;
        for (Entity entity : Entities.ALL) {
            ObjectNode rights = PracticeAutotask.json().put("entity", entity.name());
            for (Right right : Right.values()) rights.put(right.property(), exists(entity, right) ? 1 : 0);
            records.put(TYPE, id(entity), rights);
        }
    }

    void set(Entity entity, int access, Right... which) {
        ObjectNode rights = records.find(TYPE, id(entity)).orElseThrow();
        for (Right right : which.length == 0 ? Right.values() : which) {
            if (exists(entity, right)) rights.put(right.property(), access);
        }
        records.put(TYPE, id(entity), rights);
    }

    int access(Entity entity, Right right) {
        return records.find(TYPE, id(entity)).orElseThrow().path(right.property()).asInt();
    }

    void require(Entity entity, Right right) {
        if (access(entity, right) == 0) throw Errors.noRights(right.name().toLowerCase(Locale.ROOT), entity);
    }

    private static boolean exists(Entity entity, Right right) {
        return switch (right) {
            case QUERY -> true;
            case CREATE -> entity.creatable();
            case UPDATE -> entity.updatable();
        };
    }

    private static long id(Entity entity) {
        return Entities.ALL.indexOf(entity) + 1L;
    }
}
