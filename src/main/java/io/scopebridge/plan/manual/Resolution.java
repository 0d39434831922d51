package io.scopebridge.plan.manual;

import io.scopebridge.web.FieldError;
import io.scopebridge.web.InvalidInput;
import java.util.ArrayList;
import java.util.List;

/**
 * A person's decision about a step with an unknown outcome.
 *
 * @param remoteId the record exists with this id; null: create it
 * @param by       name of the user
 */
public record Resolution(String remoteId, String reason, String by) {

    /** @throws InvalidInput with each invalid field; one of {@code remoteId} and {@code create} is given */
    public static Resolution of(String remoteId, Boolean create, String reason, String by) {
        List<FieldError> errors = new ArrayList<>();
        boolean creates = Boolean.TRUE.equals(create);
        String id = remoteId == null ? null : remoteId.strip();
        if (creates == (id != null)) errors.add(new FieldError("remoteId", "give either the id of the existing record, or \"create\": true"));
        else if (id != null && !id.matches("[A-Za-z0-9._:-]{1,100}")) errors.add(new FieldError("remoteId", "must be the id of a record, such as \"123\""));
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > 1_000) errors.add(new FieldError("reason", "is required, in at most 1000 characters"));
        if (!errors.isEmpty()) throw new InvalidInput(errors);
        return new Resolution(id, why, by);
    }
}
