package io.scopebridge.plan.ledger;

import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which step of a subject holds which remote id. One object never belongs to two steps. */
public final class IdClaims {

    private record Holding(String endpoint, String remoteId) {
    }

    private final OtherClaims others;
    private final Map<String, String> byKey = new HashMap<>();
    private final Map<Holding, String> holders = new HashMap<>();
    private final Map<String, Set<Holding>> claimedBefore = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private boolean askedForAll;

    /** @param rows all of the subject */
    public IdClaims(Collection<LedgerRow> rows) {
        this(rows, OtherClaims.NONE);
    }

    /** @param others read as far as a decision depends on them */
    public IdClaims(Collection<LedgerRow> rows, OtherClaims others) {
        this.others = others;
        rows.stream().filter(row -> row.remoteId() != null).forEach(row -> hold(row.endpoint(), row.remoteId(), row.key()));
    }

    public synchronized String of(String key) {
        return byKey.get(key);
    }

    public synchronized void hold(String endpoint, String remoteId, String key) {
        byKey.put(key, remoteId);
        holders.put(new Holding(endpoint, remoteId), key);
    }

    /** Whether no other step has claimed it. */
    public synchronized boolean isFree(String endpoint, String id, String key) {
        ask(List.of(id));
        return key.equals(holders.getOrDefault(new Holding(endpoint, id), key));
    }

    /** The step is about to be sent for the first time in this run: what is claimed from now on may have been created after its object. */
    public synchronized void sending(String endpoint, String key) {
        claimedBefore.computeIfAbsent(key, first -> held(endpoint));
    }

    /** Whether it was assigned after all ids that were claimed when the step was sent, if ids are ascending numbers. */
    public synchronized boolean isAfterAll(String endpoint, String id, String key) {
        if (!askedForAll) {
            askedForAll = true;
            List<LedgerRow> elsewhere = others.all();
            elsewhere.forEach(this::heldElsewhere);
            elsewhere.stream().filter(row -> row.remoteId() != null && row.endpoint() != null && isNumber(row.remoteId()))
                .forEach(row -> claimedBefore.values().forEach(before -> before.add(new Holding(row.endpoint(), row.remoteId()))));
        }
        return !isNumber(id) || claimedBefore.getOrDefault(key, holders.keySet()).stream().filter(held -> held.endpoint.equals(endpoint) && isNumber(held.remoteId))
                .allMatch(held -> new BigInteger(held.remoteId).compareTo(new BigInteger(id)) < 0);
    }

    private Set<Holding> held(String endpoint) {
        return holders.keySet().stream().filter(one -> endpoint.equals(one.endpoint)).collect(Collectors.toCollection(HashSet::new));
    }

    private void ask(Collection<String> ids) {
        List<String> open = askedForAll ? List.of() : ids.stream().filter(asked::add).toList();
        if (!open.isEmpty()) {
            others.with(open).forEach(this::heldElsewhere);
        }
    }

    private void heldElsewhere(LedgerRow row) {
        if (row.remoteId() != null && !byKey.containsKey(row.key())) {
            holders.putIfAbsent(new Holding(row.endpoint(), row.remoteId()), row.key());
        }
    }

    private static boolean isNumber(String id) {
        return id.matches("\\d{1,30}");
    }

    /** Those that no other step holds. If it is exactly one, the step claims it. */
    public synchronized List<String> claim(String endpoint, List<String> candidates, String key) {
        ask(candidates);
        List<String> free = candidates.stream().filter(id -> isFree(endpoint, id, key)).distinct().toList();
        if (free.size() == 1) {
            hold(endpoint, free.get(0), key);
        }
        return free;
    }
}
