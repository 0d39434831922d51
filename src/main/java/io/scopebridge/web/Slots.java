package io.scopebridge.web;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How many requests may hold a thread at a time: of one address, and in total, so that threads are left for everything else. */
public final class Slots {

    private final int mostOfOneAddress;
    private final int most;
    private final ConcurrentMap<String, Integer> ofAddress = new ConcurrentHashMap<>();
    private final AtomicInteger all = new AtomicInteger();

    public Slots(int mostOfOneAddress, int most) {
        this.mostOfOneAddress = mostOfOneAddress;
        this.most = most;
    }

    /** False if none is left; otherwise the caller gives it back. */
    public boolean take(String address) {
        if (all.incrementAndGet() > most) {
            all.decrementAndGet();
            return false;
        }
        if (ofAddress.merge(address, 1, Integer::sum) > mostOfOneAddress) {
            giveBack(address);
            return false;
        }
        return true;
    }

    public void giveBack(String address) {
        all.decrementAndGet();
        ofAddress.computeIfPresent(address, (any, count) -> count == 1 ? null : count - 1);
    }
}
