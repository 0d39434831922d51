package io.scopebridge.drift;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * What the last check of a project found.
 *
 * @param scope    project:7, or another subject of the ledger
 * @param project  the id of the ScopeStack project, or null
 * @param name     of the project, or null
 * @param records  how many records were expected
 * @param complete false: a list could not be read to its end; the findings are those of an earlier check
 * @param cause    why, or null
 * @param findings those without a decision first
 * @param more     how many are not listed, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DriftReport(String scope, String project, String name, Instant checkedAt, int records, boolean complete, String cause, List<Finding> findings, Integer more) {
}
