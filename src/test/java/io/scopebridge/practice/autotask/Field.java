package io.scopebridge.practice.autotask;

import java.util.Arrays;
import java.util.List;

/**
 * One field of an entity.
 *
 * @param length     longest text; 0 where there is no limit
 * @param createOnly may be sent again, but not with another value
 * @param dateOnly   the time of day is dropped
 * @param reference  the entity whose id it holds, or null
 */
record Field(String name, FieldType type, int length, boolean required, boolean readOnly, boolean createOnly,
             boolean queryable, boolean dateOnly, boolean picklist, String reference) {

    /** From a line such as {@code companyID integer required once >Companies}. */
    static Field of(String line) {
        String[] words = line.trim().split("\\s+");
        List<String> flags = Arrays.asList(words).subList(2, words.length);
        String[] type = words[1].split("[()]");
        return new Field(words[0], FieldType.valueOf(type[0].toUpperCase()), type.length > 1 ? Integer.parseInt(type[1]) : 0,
            flags.contains("required"), flags.contains("readonly"), flags.contains("once"), !flags.contains("noquery"),
            flags.contains("day"), flags.contains("picklist"),
            flags.stream().filter(flag -> flag.startsWith(">")).map(flag -> flag.substring(1)).findFirst().orElse(null));
    }
}
