package io.scopebridge.callback;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.scopebridge.connection.CallAddresses;
import io.scopebridge.connection.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The keys that callbacks are signed with, kept for an hour by their address. Whoever sends a callback is unknown until it is checked: keys
 * are fetched within a {@link KeyAllowance}, and nobody waits long for one.
 */
@Component("signingKeys")
public class SigningKeys {

    /** Senders give up after five seconds. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
    private static final Duration KEPT = Duration.ofHours(1);

    private record Key(String connection, KeyAddress address) {
    }

    private record Place(String connection, String origin, String path) {

        static Place of(Key key) {
            return new Place(key.connection(), key.address().origin(), key.address().path());
        }
    }

    /** Each has an allowance of its own, so that strangers do not use up that of keys that are where a fitting one was. */
    private enum Source { PROVEN, TENANT, ELSEWHERE }

    private record Allowed(String connection, Source source) {
    }

    private final CallAddresses addresses;
    private final KeyFetch fetch;
    private final AsyncCache<Key, KeyFetch.Fetched> keys = Caffeine.newBuilder().maximumSize(5_000).expireAfterWrite(KEPT).buildAsync();
    private final Cache<Key, Allowed> unproven = Caffeine.newBuilder().maximumSize(5_000).expireAfterWrite(KEPT).build();
    private final Cache<Place, Boolean> proven = Caffeine.newBuilder().maximumSize(5_000).expireAfterAccess(Duration.ofDays(7)).build();
    private final Cache<Allowed, KeyAllowance> allowances = Caffeine.newBuilder().maximumSize(10_000).expireAfterAccess(KEPT).build();

    SigningKeys(CallAddresses addresses, KeyFetch fetch) {
        this.addresses = addresses;
        this.fetch = fetch;
    }

    /**
     * The key at an address, as a list of one.
     *
     * @param own   the tenant's own address
     * @param hosts other hosts that keys may come from
     * @throws CallbackRefused when there is none, it may not be fetched there, or not right now
     */
    public List<byte[]> at(Connection connection, String url, String own, List<String> hosts) {
        Key asked = key(connection, url, own, hosts);
        CompletableFuture<KeyFetch.Fetched> key = keys.get(asked, (any, executor) -> begin(connection, asked));
        try {
            KeyFetch.Fetched fetched = key.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
            if (fetched.refused() == null) return List.of(fetched.key());
            keys.asMap().remove(asked, key);
            throw fetched.refused();
        } catch (TimeoutException | ExecutionException e) {
            throw KeyFetch.Fetched.later().refused();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw KeyFetch.Fetched.later().refused();
        }
    }

    /** The key at this address fitted: its fetch is given back, and keys beside it have an allowance of their own. */
    public void fitted(Connection connection, String url, String own, List<String> hosts) {
        Key key = key(connection, url, own, hosts);
        Allowed paid = unproven.asMap().remove(key);
        if (paid == null) return;
        allowance(paid).giveBack();
        proven.put(Place.of(key), true);
    }

    private CompletableFuture<KeyFetch.Fetched> begin(Connection connection, Key key) {
        Source source = proven.getIfPresent(Place.of(key)) != null ? Source.PROVEN : key.address().ofTheTenant() ? Source.TENANT : Source.ELSEWHERE;
        Allowed allowed = new Allowed(connection.id(), source);
        if (!allowance(allowed).take()) return CompletableFuture.completedFuture(KeyFetch.Fetched.later());
        unproven.put(key, allowed);
        return fetch.begin(connection, key.address());
    }

    private Key key(Connection connection, String url, String own, List<String> hosts) {
        return KeyAddress.of(url, own, hosts).filter(address -> addresses.refusal(connection, address.origin()).isEmpty())
            .map(address -> new Key(connection.id(), address))
            .orElseThrow(() -> new CallbackRefused(HttpStatus.UNAUTHORIZED, "The address of the signing key is not at the tenant's own host."));
    }

    private KeyAllowance allowance(Allowed allowed) {
        return allowances.get(allowed, any -> any.source() == Source.ELSEWHERE
            ? new KeyAllowance(20, Duration.ofSeconds(6), System::nanoTime) : new KeyAllowance(60, Duration.ofSeconds(3), System::nanoTime));
    }
}
