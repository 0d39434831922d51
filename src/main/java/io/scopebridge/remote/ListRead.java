package io.scopebridge.remote;

import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.text.LenientNumber;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How far a list of a remote system was read; passed in the variable {@code list} of the route that reads it. */
public class ListRead {

    private static final int MOST_PAGES = 20_000;

    private final String rows;
    private final Set<String> ids = new HashSet<>();
    private final Set<String> addresses = new HashSet<>();
    private int pages;
    private int withoutId;
    private int onPage;
    private int fresh;
    private long highestId;

    /** @param rows the name of the list in a page; empty when the page is the list itself */
    ListRead(String rows) {
        this.rows = rows;
    }

    /** Takes a page and gives its rows without those that were on a page before: without a stable sort a row may come twice. */
    List<Object> page(Object page, String call) {
        if (++pages > MOST_PAGES) throw endless(call);
        if (!(rows(page) instanceof List<?> given)) throw missing(call);
        List<Object> kept = new ArrayList<>();
        fresh = 0;
        for (Object row : given) {
            Object id = row instanceof Map<?, ?> object ? object.get("id") : null;
            if (id instanceof Number || id instanceof String) {
                if (!ids.add(id.toString())) continue;
                fresh++;
                highestId = Math.max(highestId, LenientNumber.of(id.toString()).map(Number::longValue).orElse(0L));
            } else withoutId++;
            kept.add(row);
        }
        onPage = given.size();
        return kept;
    }

    /**
     * Whether to ask for another page.
     *
     * @param announced  whether the system says that there is one
     * @param total how many it says there are in all, or null
     * @throws RemoteFailure when it gives the same rows again, or says that there are more than it gave
     */
    boolean more(boolean announced, Long total, String call) {
        boolean repeats = onPage > 0 && fresh == 0;
        if (repeats && announced) throw endless(call);
        boolean enough = total != null && getRead() >= total;
        boolean more = fresh > 0 && (announced || !enough);
        if (!more && total != null && !enough) throw incomplete(call, total);
        return more;
    }

    /** @param stated how many rows the page says it holds, or null */
    void holds(Long stated, String call) {
        if (stated != null && stated > onPage) throw failure(FailureClass.TRANSIENT, "A page of " + call + " says that it holds " + stated + " rows, and holds " + onPage + ".",
            "No action needed at first: it is read again. If it persists, check whatever is between the hub and the remote system.", null);
    }

    /** The address of the next page; each may be asked for once. */
    String next(String address, String call) {
        if (address != null && !addresses.add(address)) throw endless(call);
        return address;
    }

    /** How many different rows were read. */
    public int getRead() {
        return ids.size() + withoutId;
    }

    /** The largest id among the rows, also where numbers are sent as text; 0 where ids are no numbers. */
    public long getHighestId() {
        return highestId;
    }

    String rowsName() {
        return rows;
    }

    /** What the page should have, and has not. */
    RemoteFailure without(String field, String call) {
        return failure(FailureClass.VALIDATION, "The response to " + call + " has no '" + field + "', so whether there are more pages is not known.",
            "Check the response in the remote system or in whatever is between it and the hub, then replay.", field);
    }

    private Object rows(Object page) {
        return rows.isEmpty() ? page : page instanceof Map<?, ?> object ? object.get(rows) : null;
    }

    private RemoteFailure missing(String call) {
        String what = rows.isEmpty() ? "is no list" : "has no list '" + rows + "'";
        return failure(FailureClass.VALIDATION, "The response to " + call + " " + what + ", so nothing is known of what it should list.",
            "Check the response in the remote system or in whatever is between it and the hub, then replay.", rows.isEmpty() ? null : rows);
    }

    private RemoteFailure endless(String call) {
        return failure(FailureClass.VALIDATION, "The pages of " + call + " lead back to rows that were read before, after " + getRead() + " rows.",
            "The list cannot be read to its end. Check whatever is between the hub and the remote system, or report it to its support, then replay.", null);
    }

    private RemoteFailure incomplete(String call, long total) {
        return failure(FailureClass.TRANSIENT, "The list of " + call + " was read incompletely: " + getRead() + " of " + total + " rows.",
            "No action needed at first: it is read again, since rows may have changed meanwhile. If it persists, check whatever is between the hub and the remote system.", null);
    }

    private static RemoteFailure failure(FailureClass type, String cause, String remedy, String field) {
        return new RemoteFailure(new Failure(type, cause, remedy, field, null, null, null));
    }
}
