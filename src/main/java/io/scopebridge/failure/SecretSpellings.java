package io.scopebridge.failure;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;

/** How others spell a secret: plain, escaped for JSON, URLs and HTML, and in base64, also as a part of what was encoded. */
final class SecretSpellings {

    /** Shorter secrets are not removed by value: they would be found in words and numbers. */
    static final int SHORTEST = 8;

    /** @param base64 what is next to it in the same alphabet belongs to it */
    record Spelling(String text, boolean base64) {

        int start(String in, int at, int notBefore) {
            int start = at;
            while (base64 && start > notBefore && isBase64(in.charAt(start - 1))) start--;
            return start;
        }

        int end(String in, int at) {
            int end = at + text.length();
            while (base64 && end < in.length() && isBase64(in.charAt(end))) end++;
            return end;
        }

        private static boolean isBase64(char c) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "+/=_-\\".indexOf(c) >= 0;
        }
    }

    private SecretSpellings() {
    }

    static Set<Spelling> of(String secret) {
        Set<Spelling> spellings = new LinkedHashSet<>();
        for (String text : new String[] {secret, escaped(secret), escaped(secret).replace("/", "\\/"), ascii(secret), HtmlUtils.htmlEscape(secret),
            encoded(secret), encoded(secret).replace("+", "%20"), lowerCase(encoded(secret)), lowerCase(encoded(secret).replace("+", "%20")), UriUtils.encode(secret, StandardCharsets.UTF_8)}) {
            spellings.add(new Spelling(text, false));
        }
        for (int offset = 0; offset < 3; offset++) {
            String part = partOfBase64(secret.getBytes(StandardCharsets.UTF_8), offset);
            for (String text : new String[] {part, part.replace("/", "\\/"), part.replace('+', '-').replace('/', '_'), encoded(part), lowerCase(encoded(part))}) {
                spellings.add(new Spelling(text, true));
            }
        }
        return spellings.stream().filter(spelling -> spelling.text().length() >= SHORTEST).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String escaped(String secret) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(secret));
    }

    private static String ascii(String secret) {
        return escaped(secret).chars().mapToObj(c -> c < 128 ? "" + (char) c : "\\u%04x".formatted(c)).collect(Collectors.joining());
    }

    private static String encoded(String secret) {
        return URLEncoder.encode(secret, StandardCharsets.UTF_8);
    }

    private static String lowerCase(String encoded) {
        return Arrays.stream(encoded.split("(?=%)")).map(part -> part.startsWith("%") && part.length() >= 3 ? part.substring(0, 3).toLowerCase(Locale.ROOT) + part.substring(3) : part)
            .collect(Collectors.joining());
    }

    /** What the secret alone decides in the base64 of a longer text that contains it after {@code offset} (modulo 3) other bytes. */
    private static String partOfBase64(byte[] secret, int offset) {
        byte[] shifted = new byte[offset + secret.length];
        System.arraycopy(secret, 0, shifted, offset, secret.length);
        String base64 = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        return base64.substring((offset * 8 + 5) / 6, shifted.length * 8 / 6);
    }
}
