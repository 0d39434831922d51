package io.scopebridge.security.session;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.session.Session;

/**
 * A session of which only texts are stored, namely who logged in: what Hawtio puts into it, such as principals that cannot be serialized,
 * lasts as long as the request. The time of the last access is stored when a hundredth of the timeout has passed, so that a page that asks
 * every few seconds does not write each time.
 */
class ConsoleSession implements Session {

    private static final int WRITES_PER_TIMEOUT = 100;

    private final Session stored;
    private final Map<String, Object> ofRequest = new HashMap<>();
    private boolean changed;

    ConsoleSession(Session stored, boolean isNew) {
        this.stored = stored;
        this.changed = isNew;
    }

    Session stored() {
        return stored;
    }

    /** Whether there is something to store; not any more when this is asked again. */
    boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    @Override
    public String getId() {
        return stored.getId();
    }

    @Override
    public String changeSessionId() {
        changed = true;
        return stored.changeSessionId();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T getAttribute(String name) {
        return ofRequest.containsKey(name) ? (T) ofRequest.get(name) : stored.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        Set<String> names = new HashSet<>(stored.getAttributeNames());
        names.addAll(ofRequest.keySet());
        return names;
    }

    @Override
    public void setAttribute(String name, Object value) {
        if (value == null) {
            removeAttribute(name);
        } else if (value instanceof String) {
            changed |= !value.equals(stored.getAttribute(name));
            stored.setAttribute(name, value);
        } else {
            ofRequest.put(name, value);
        }
    }

    @Override
    public void removeAttribute(String name) {
        ofRequest.remove(name);
        if (stored.getAttribute(name) == null) return;
        stored.removeAttribute(name);
        changed = true;
    }

    @Override
    public Instant getCreationTime() {
        return stored.getCreationTime();
    }

    @Override
    public void setLastAccessedTime(Instant time) {
        if (!changed && Duration.between(getLastAccessedTime(), time).compareTo(getMaxInactiveInterval().dividedBy(WRITES_PER_TIMEOUT)) < 0) return;
        stored.setLastAccessedTime(time);
        changed = true;
    }

    @Override
    public Instant getLastAccessedTime() {
        return stored.getLastAccessedTime();
    }

    /** The timeout is that of the configuration, whatever Hawtio sets. */
    @Override
    public void setMaxInactiveInterval(Duration interval) {
        // See above.
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return stored.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return stored.isExpired();
    }
}
