package io.scopebridge.settings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The settings of the hub. Spring accepts a name in several spellings, so that dashes and case do not count here either. */
final class KnownSettings {

    private static final String FILE = "META-INF/spring-configuration-metadata.json";
    private static final Pattern INDEX = Pattern.compile("\\[\\d+]$");
    /** What the parts of those settings are called whose names people choose: the first level is chosen, below it are these. */
    private static final Map<String, List<String>> PARTS = Map.of(
        "scopebridge.console.users", List.of("password", "role"),
        "scopebridge.governor", List.of("per-endpoint", "per-tenant", "calls-per-hour", "reserve-percent", "slow-from-percent", "max-wait"));

    private final Map<String, Setting> bySpelling = new HashMap<>();
    private final List<Setting> all;

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record File(List<Setting> properties) {
    }

    KnownSettings() {
        all = read();
        all.forEach(setting -> bySpelling.put(spelling(setting.name()), setting));
    }

    /** A name that the jar itself has, if there is no description of it. */
    void add(String name) {
        bySpelling.putIfAbsent(spelling(INDEX.matcher(name).replaceFirst("")), new Setting(name, "java.lang.String", null, null));
    }

    List<Setting> all() {
        return all;
    }

    Optional<Setting> find(String name) {
        return Optional.ofNullable(bySpelling.get(spelling(INDEX.matcher(name).replaceFirst(""))));
    }

    boolean knows(String name) {
        if (find(name).isPresent()) return true;
        return all.stream().filter(Setting::isMap).filter(map -> spelling(name).startsWith(spelling(map.name()) + ".")).anyMatch(map -> isPart(map.name(), name));
    }

    /** As the operating system writes names: capitals and underscores, in place of dots and perhaps of dashes. */
    boolean knowsVariable(String variable) {
        String plain = variable.toLowerCase(Locale.ROOT).replace("_", "");
        return all.stream().anyMatch(setting -> {
            String own = setting.name().replaceAll("[.-]", "");
            return setting.isMap() || setting.isList() ? plain.startsWith(own) : plain.equals(own);
        });
    }

    /** The name that is most like it, for people who mistyped one. */
    List<String> like(String name) {
        return all.stream().map(Setting::name).filter(one -> distance(one, name) <= name.length() / 4).sorted(Comparator.comparingInt(one -> distance(one, name))).limit(1).toList();
    }

    /** Letters to change, add or leave out (Levenshtein). */
    private static int distance(String one, String other) {
        int[] before = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[other.length() + 1];
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(changed, Math.min(before[j], now[j - 1]) + 1);
            }
            before = now;
        }
        return before[other.length()];
    }

    private static boolean isPart(String map, String name) {
        List<String> parts = PARTS.get(map);
        return parts == null || parts.stream().anyMatch(part -> spelling(name).endsWith("." + spelling(part)));
    }

    private static String spelling(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    /** Libraries have files of this name too. */
    private static List<Setting> read() {
        try {
            for (URL file : Collections.list(KnownSettings.class.getClassLoader().getResources(FILE))) {
                try (InputStream in = file.openStream()) {
                    List<Setting> settings = new ObjectMapper().readValue(in, File.class).properties();
                    if (settings.stream().anyMatch(setting -> setting.name().startsWith(SettingsCheck.PREFIX))) return settings;
                }
            }
            throw new IllegalStateException("The jar has no description of its settings: " + FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
