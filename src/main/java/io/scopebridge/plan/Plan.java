package io.scopebridge.plan;

import java.util.List;

/**
 * Everything that is to be written for one subject, made by a mapping.
 *
 * @param subject what it is about, such as {@code project:90001}
 * @param system  the system that is written to
 */
public record Plan(String subject, String system, List<Step> steps, List<Warning> warnings) {
}
