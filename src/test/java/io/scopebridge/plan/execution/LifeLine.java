package io.scopebridge.plan.execution;

import io.scopebridge.plan.ledger.Ledger;
import io.scopebridge.plan.ledger.LedgerRow;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts the instants at which the process could end, and ends it at the one it was told: nothing leaves and nothing is committed from then on. */
public class LifeLine {

    private final int last;
    private int passed;
    private boolean dead;

    private LifeLine(int last) {
        this.last = last;
    }

    public static LifeLine endless() {
        return new LifeLine(Integer.MAX_VALUE);
    }

    public static LifeLine endingAt(int instant) {
        return new LifeLine(instant);
    }

    synchronized void instant() {
        if (dead || passed++ >= last) {
            dead = true;
            throw new Killed();
        }
    }

    synchronized int passed() {
        return passed;
    }

    /** The ledger of a process that can be killed before and after each commit. */
    public Ledger ledger(JdbcClient db) {
        return new Ledger(db) {

            @Override
            public boolean change(LedgerRow from, LedgerRow to) {
                instant();
                boolean won = super.change(from, to);
                instant();
                return won;
            }

            @Override
            public boolean send(LedgerRow from, LedgerRow to, String request, String match) {
                instant();
                boolean won = super.send(from, to, request, match);
                instant();
                return won;
            }

            @Override
            public boolean answer(LedgerRow from, LedgerRow to, String response) {
                instant();
                boolean won = super.answer(from, to, response);
                instant();
                return won;
            }
        };
    }
}
