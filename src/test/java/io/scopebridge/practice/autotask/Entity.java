package io.scopebridge.practice.autotask;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One entity of the API. Its plural name is also the type under which its records are held.
 *
 * @param parent     the entity through whose URL it is written, or null for a root entity
 * @param parentField the field that holds the parent's id, or null
 * @param subPath    its name below the parent's URL, or null
 * @param firstId    what its first record gets as id
 * @param udfs       the names of its user-defined fields
 */
record Entity(String name, String singular, String parent, String parentField, String subPath, boolean creatable,
              boolean updatable, long firstId, List<String> udfs, List<Field> fields, Map<String, Field> byName) {

    static Entity root(String name, String singular, boolean creatable, boolean updatable, long firstId,
                       List<String> udfs, String table) {
        return of(name, singular, null, null, null, creatable, updatable, firstId, udfs, table);
    }

    static Entity child(String name, String singular, String parent, String parentField, String subPath, long firstId,
                        List<String> udfs, String table) {
        return of(name, singular, parent, parentField, subPath, true, true, firstId, udfs, table);
    }

    private static Entity of(String name, String singular, String parent, String parentField, String subPath,
                             boolean creatable, boolean updatable, long firstId, List<String> udfs, String table) {
        List<Field> fields = table.lines().filter(line -> !line.isBlank()).map(Field::of).toList();
        Map<String, Field> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.forEach(field -> byName.put(field.name(), field));
        return new Entity(name, singular, parent, parentField, subPath, creatable, updatable, firstId, udfs, fields, byName);
    }

    Optional<Field> field(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    boolean has(String field) {
        return byName.containsKey(field);
    }

    boolean writtenThroughParent() {
        return parent != null;
    }
}
