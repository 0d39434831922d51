package io.scopebridge.callback;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.scopebridge.connection.CallAddresses;
import io.scopebridge.connection.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The signing keys of callbacks, cached for an hour by URL. Senders are unverified: keys are fetched within a {@link KeyAllowance}, and
 * with a short timeout.
 */
@Component("signingKeys")
public class SigningKeys {

    /** Senders give up after five seconds. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
    private static final Duration KEPT = Duration.ofHours(1);

    private record Key(String connection, KeyAddress address) {
    }

    /** The parent URL of a key. */
    private record Place(String connection, String origin, String folder) {

        static Place of(Key key) {
            String path = key.address().path();
            return new Place(key.connection(), key.address().origin(), path.substring(0, path.lastIndexOf('/') + 1));
        }
    }

    /** Parent URLs of keys that matched before have their own allowance, which strangers cannot use up. */
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
     * @throws CallbackRefused if there is none, or it may not be fetched there, or not now
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

    /** The key at this URL matched: its fetch is returned, and keys with the same parent URL have their own allowance. */
    public void fitted(Connection connection, String url, String own, List<String> hosts) {
        Key key = key(connection, url, own, hosts);
        Allowed paid = unproven.asMap().remove(key);
        if (paid == null) return;
        allowance(paid).giveBack();
        proven.put(Place.of(key), true);
    }

    private CompletableFuture<KeyFetch.Fetched> begin(Connection connection, Key key) {
        Optional<Allowed> paid = sources(key).map(source -> new Allowed(connection.id(), source)).filter(allowed -> allowance(allowed).take()).findFirst();
        if (paid.isEmpty()) return CompletableFuture.completedFuture(KeyFetch.Fetched.later());
        unproven.put(key, paid.get());
        return fetch.begin(connection, key.address());
    }

    private Stream<Source> sources(Key key) {
        Stream<Source> usual = Stream.of(key.address().ofTheTenant() ? Source.TENANT : Source.ELSEWHERE);
        return proven.getIfPresent(Place.of(key)) == null ? usual : Stream.concat(Stream.of(Source.PROVEN), usual);
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
