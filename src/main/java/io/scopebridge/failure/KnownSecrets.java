package io.scopebridge.failure;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The secrets that calls have sent since the start, to remove them from texts of those who received them, however they spell them. A text
 * is searched once, however many secrets there are: by the hash of the first characters of each spelling.
 */
public final class KnownSecrets {

    static final String REMOVED = "[removed]";
    private static final int NEWEST_OF_ONE_OWNER = 20;
    private static final int WINDOW = SecretSpellings.SHORTEST;
    private static final int OLDEST_WEIGHT = weight();
    private static final Map<String, Set<String>> SECRETS = new ConcurrentHashMap<>();
    private static final Map<Integer, List<SecretSpellings.Spelling>> BY_HASH = new ConcurrentHashMap<>();
    /** A bit for each hash that was ever noted: nearly all places of a text are passed without a look into the map. */
    private static volatile long[] noted = new long[1_024];

    private KnownSecrets() {
    }

    /** @param owner of whom only the newest secrets are kept */
    public static void note(String owner, Collection<String> secrets) {
        Set<String> known = SECRETS.getOrDefault(owner, Set.of());
        List<String> open = secrets.stream().filter(secret -> secret != null && secret.length() >= SecretSpellings.SHORTEST && !known.contains(secret)).toList();
        if (!open.isEmpty()) add(owner, open);
    }

    private static synchronized void add(String owner, List<String> secrets) {
        LinkedHashSet<String> all = new LinkedHashSet<>(SECRETS.getOrDefault(owner, Set.of()));
        all.addAll(secrets);
        long[] bits = noted.clone();
        secrets.forEach(secret -> SecretSpellings.of(secret).forEach(spelling -> {
            int hash = hash(spelling.text(), 0);
            BY_HASH.merge(hash, List.of(spelling), KnownSecrets::longestFirst);
            bits[place(hash)] |= 1L << hash;
        }));
        noted = bits;
        List<String> oldest = all.stream().limit(Math.max(0, all.size() - NEWEST_OF_ONE_OWNER)).toList();
        oldest.forEach(all::remove);
        SECRETS.put(owner, all);
        for (String secret : oldest) {
            if (SECRETS.values().stream().anyMatch(others -> others.contains(secret))) continue;
            SecretSpellings.of(secret).forEach(spelling -> BY_HASH.computeIfPresent(hash(spelling.text(), 0), (hash, list) -> without(list, spelling)));
        }
    }

    private static List<SecretSpellings.Spelling> longestFirst(List<SecretSpellings.Spelling> some, List<SecretSpellings.Spelling> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().sorted(Comparator.comparingInt(spelling -> -spelling.text().length())).toList();
    }

    private static List<SecretSpellings.Spelling> without(List<SecretSpellings.Spelling> list, SecretSpellings.Spelling gone) {
        List<SecretSpellings.Spelling> left = list.stream().filter(one -> !one.equals(gone)).toList();
        return left.isEmpty() ? null : left;
    }

    /** The text without known secrets. */
    static String removedFrom(String text) {
        if (text.length() < WINDOW || BY_HASH.isEmpty()) return text;
        long[] bits = noted;
        StringBuilder clean = null;
        int copied = 0;
        int hash = hash(text, 0);
        for (int at = 0; at <= text.length() - WINDOW; at++) {
            SecretSpellings.Spelling found = at < copied || (bits[place(hash)] >>> hash & 1) == 0 ? null : at(text, at, hash);
            if (found != null) {
                clean = clean == null ? new StringBuilder(text.length()) : clean;
                clean.append(text, copied, found.start(text, at, copied)).append(REMOVED);
                copied = found.end(text, at);
            }
            if (at + WINDOW < text.length()) hash = (hash - text.charAt(at) * OLDEST_WEIGHT) * 31 + text.charAt(at + WINDOW);
        }
        return clean == null ? text : clean.append(text, copied, text.length()).toString();
    }

    private static SecretSpellings.Spelling at(String text, int at, int hash) {
        for (SecretSpellings.Spelling spelling : BY_HASH.getOrDefault(hash, List.of())) {
            if (text.startsWith(spelling.text(), at)) return spelling;
        }
        return null;
    }

    private static int place(int hash) {
        return hash >>> 6 & 1_023;
    }

    private static int hash(String text, int from) {
        int hash = 0;
        for (int i = from; i < from + WINDOW; i++) hash = hash * 31 + text.charAt(i);
        return hash;
    }

    private static int weight() {
        int weight = 1;
        for (int i = 1; i < WINDOW; i++) weight *= 31;
        return weight;
    }
}
