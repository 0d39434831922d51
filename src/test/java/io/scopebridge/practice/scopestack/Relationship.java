package io.scopebridge.practice.scopestack;

/**
 * A relationship of a resource.
 *
 * @param type    what it points to
 * @param inverse for a to-many: the name of the link by which those rows point back; null for a to-one
 */
record Relationship(String name, String type, String inverse) {

    boolean toMany() {
        return inverse != null;
    }
}
