package io.scopebridge.plan;

import java.util.List;

/**
 * All writes for one subject, created by a mapping.
 *
 * @param subject such as {@code project:90001}
 * @param system  the target system
 */
public record Plan(String subject, String system, List<Step> steps, List<Warning> warnings) {
}
