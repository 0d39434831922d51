package io.scopebridge.mapping;

import java.util.Map;

/** Texts that are used in place of files. */
public interface MappingOverrides {

    MappingOverrides NONE = Map::of;

    /** By file, such as {@code psa/project-plan.ds}. The same object until one of them changes. */
    Map<String, String> texts();
}
