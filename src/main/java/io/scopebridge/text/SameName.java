package io.scopebridge.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Whether two names look the same to a person: invisible characters and other encodings of a character are ignored. */
public final class SameName {

    /** Zero-width characters, soft hyphens, direction marks and controls. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}\\uFE00-\\uFE0F&&[^\\t\\n\\r]]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern ENTITY = Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});");

    private SameName() {
    }

    public static boolean of(String one, String other) {
        return key(one).equals(key(other));
    }

    /** Names that are the same have the same key: NFKC, without invisible characters, single blanks, lower case, entities of HTML resolved. */
    public static String key(String name) {
        if (name == null) return "";
        String resolved = ENTITY.matcher(name).find() ? HtmlUtils.htmlUnescape(name) : name;
        String composed = Normalizer.normalize(resolved, Normalizer.Form.NFKC);
        String visible = BLANKS.matcher(INVISIBLE.matcher(composed).replaceAll("")).replaceAll(" ").strip();
        return Normalizer.normalize(visible.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    }
}
