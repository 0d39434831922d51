package io.scopebridge.failure;

import io.scopebridge.text.Graphemes;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Removes credentials from text before it is stored or logged: those that were sent, by value ({@link KnownSecrets}), and whatever looks
 * like one. Logged texts are built without them, but error pages and messages of libraries may quote the request. Remove before cutting:
 * half a secret is not found.
 */
public final class Redaction {

    private static final int LONGEST_SECRET = 8_000;
    private static final String NAMES = "(?:proxy-)?authorization|(?:client|api|user)?[_-]?secret|(?:private|api|access)[_-]?key"
            + "|api[_-]?integration[_-]?code|(?:access|refresh|id)[_-]?token|pass(?:word|wd)|(?:set-)?cookie|whsec";
    /** Each name has one of these: a text without any is not searched with the slow patterns. */
    private static final List<String> PARTS_OF_NAMES = Stream.concat(Stream.of("authorization", "secret", "token", "passw", "cookie", "whsec"),
        Stream.of("private", "api", "access", "integration").flatMap(of -> Stream.of("", "-", "_").map(between -> of + between + (of.equals("integration") ? "code" : "key")))).toList();
    /** Authorization: Basic eHl6 (to the end of the line: the credential follows the scheme). */
    private static final Pattern HEADER = Pattern.compile("(?im)^([ \\t>]*(?:" + NAMES + ")[ \\t]*:[ \\t]*+)(?!\\[removed])[^\\r\\n]+");
    private static final Pattern JSON = Pattern.compile("(?i)(\\\\?\"(?:[a-z]+\\.)?(?:" + NAMES + ")\\\\?\"\\s*:\\s*\\\\?\")[^\"\\\\]*");
    private static final Pattern PARAMETER = Pattern.compile("(?i)(\\b(?:" + NAMES + ")\\s?=\\s?)[^&\\s,;\"'})\\]]+");
    private static final Pattern SCHEME = Pattern.compile("(?i)\\b(basic|bearer)(\\s+)(?=[^\\s\"]{8})[a-z0-9._~+/=-]+");
    private static final Pattern USER_IN_URL = Pattern.compile("(?i)(\\b[a-z]{2,9}://)[^/\\s@:]+:[^/\\s@]+@");
    private static final Pattern WEBHOOK_SECRET = Pattern.compile("\\bwhsec_[A-Za-z0-9+/=]+");
    private static final Pattern PRIVATE_KEY = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]*(?:-----END [A-Z ]*PRIVATE KEY-----)?");

    private Redaction() {
    }

    /** The text without credentials, and not longer than this; cut between characters. */
    public static String of(String text, int longest) {
        if (text == null) {
            return null;
        }
        return Graphemes.cut(of(Graphemes.cut(text, longest + LONGEST_SECRET)), longest);
    }

    /** The text without credentials; null stays null. */
    public static String of(String text) {
        if (text == null) {
            return null;
        }
        String clean = KnownSecrets.removedFrom(text);
        String lower = clean.toLowerCase(Locale.ROOT);
        if (clean.contains("-----BEGIN ")) clean = PRIVATE_KEY.matcher(clean).replaceAll("[removed]");
        if (PARTS_OF_NAMES.stream().anyMatch(lower::contains)) {
            clean = HEADER.matcher(clean).replaceAll("$1[removed]");
            clean = JSON.matcher(clean).replaceAll("$1[removed]");
            clean = PARAMETER.matcher(clean).replaceAll("$1[removed]");
        }
        if (lower.contains("basic") || lower.contains("bearer")) clean = SCHEME.matcher(clean).replaceAll("$1$2[removed]");
        if (clean.contains("://") && clean.indexOf('@') >= 0) clean = USER_IN_URL.matcher(clean).replaceAll("$1[removed]@");
        return clean.contains("whsec_") ? WEBHOOK_SECRET.matcher(clean).replaceAll("[removed]") : clean;
    }
}
