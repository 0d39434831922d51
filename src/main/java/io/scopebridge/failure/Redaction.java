package io.scopebridge.failure;

import io.scopebridge.text.Graphemes;
import java.util.regex.Pattern;

/**
 * Removes credentials from text before it is stored or logged: those that were sent, by value ({@link KnownSecrets}), and whatever looks
 * like one. Logged texts are built without them, but error pages and messages of libraries may quote the request. Remove before cutting:
 * half a secret is not found.
 */
public final class Redaction {

    private static final int LONGEST_SECRET = 8_000;
    private static final String NAMES = "(?:proxy-)?authorization|(?:client|api|user)?[_-]?secret|(?:private|api|access)[_-]?key"
            + "|api[_-]?integration[_-]?code|(?:access|refresh|id)[_-]?token|pass(?:word|wd)|(?:set-)?cookie|whsec";
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
        String clean = PRIVATE_KEY.matcher(KnownSecrets.removedFrom(text)).replaceAll("[removed]");
        clean = HEADER.matcher(clean).replaceAll("$1[removed]");
        clean = JSON.matcher(clean).replaceAll("$1[removed]");
        clean = PARAMETER.matcher(clean).replaceAll("$1[removed]");
        clean = SCHEME.matcher(clean).replaceAll("$1$2[removed]");
        clean = USER_IN_URL.matcher(clean).replaceAll("$1[removed]@");
        return WEBHOOK_SECRET.matcher(clean).replaceAll("[removed]");
    }
}
