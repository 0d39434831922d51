package io.scopebridge.plan.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A record that the ledger says exists in a system.
 *
 * @param type    the record type, within which ids are unique
 * @param path    of the call that creates it, with remote ids
 * @param sent    the body that created it, with the current ids of the records it refers to; null if the hub did not create it, or no longer knows
 * @param planned the same as the last plan has it; null if that does not contain the step
 * @param holds   JSON pointers with the values last written to it; null unless that is the content of the last plan
 * @param marker  a JSON pointer with the hub's own text in the record, or null
 * @param parent  the key of the parent step, or null
 * @param link    to its page in the system, or null
 * @param again   whether a run of its plan can create it again, after looking for it
 * @param writes  whether a run of its plan writes what it holds, if that differs
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MadeRecord(String subject, String key, String title, String type, String id, String path, JsonNode sent, JsonNode planned, JsonNode holds,
                         JsonNode marker, String parent, String link, boolean again, boolean writes) {
}
