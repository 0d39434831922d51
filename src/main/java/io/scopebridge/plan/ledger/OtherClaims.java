package io.scopebridge.plan.ledger;

import java.util.Collection;
import java.util.List;

/** The rows of a subject that a plan did not read, because it is a part of what is planned for the subject. */
public interface OtherClaims {

    /** All rows were read. */
    OtherClaims NONE = new OtherClaims() {
        @Override
        public List<LedgerRow> with(Collection<String> remoteIds) {
            return List.of();
        }

        @Override
        public List<LedgerRow> all() {
            return List.of();
        }
    };

    /** Those that hold one of these remote ids. */
    List<LedgerRow> with(Collection<String> remoteIds);

    List<LedgerRow> all();
}
