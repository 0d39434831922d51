package io.scopebridge.practice.connectwise;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a condition. A quoted text ends at the next quote: there is no way to write a quote inside. */
class Tokens {

    enum Kind { SIGN, TEXT, DATE, NUMBER, WORD, END }

    record Token(Kind kind, String text) {

        boolean is(String word) {
            return (kind == Kind.SIGN || kind == Kind.WORD) && text.equalsIgnoreCase(word);
        }
    }

    private static final Pattern TOKEN = Pattern.compile("\\s*(?:"
        + "(?<sign>!=|<=|>=|=|<|>|\\(|\\)|,)|\"(?<double>[^\"]*)\"|'(?<single>[^']*)'|\\[(?<date>[^\\]]*)\\]"
        + "|(?<number>-?\\d+(?:\\.\\d+)?)(?![\\w/])|(?<word>[A-Za-z_][\\w/]*))");
    private static final Pattern UTC = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,7})?Z");

    private final List<Token> tokens = new ArrayList<>();
    private int position;

    Tokens(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (!text.substring(at).isBlank()) {
            if (!matcher.find(at) || matcher.start() != at) throw bad("unexpected text at position " + at + ": " + text.substring(at));
            tokens.add(token(matcher));
            at = matcher.end();
        }
    }

    private static Token token(Matcher matcher) {
        if (matcher.group("sign") != null) return new Token(Kind.SIGN, matcher.group("sign"));
        if (matcher.group("double") != null) return new Token(Kind.TEXT, matcher.group("double"));
        if (matcher.group("single") != null) return new Token(Kind.TEXT, matcher.group("single"));
        if (matcher.group("number") != null) return new Token(Kind.NUMBER, matcher.group("number"));
        if (matcher.group("word") != null) return new Token(Kind.WORD, matcher.group("word"));
        String date = matcher.group("date");
        if (!UTC.matcher(date).matches()) throw bad("[" + date + "] is not a UTC date-time such as [2026-01-31T10:00:00Z]");
        try {
            return new Token(Kind.DATE, Instant.parse(date).toString());
        } catch (DateTimeParseException noSuchDay) {
            throw bad("[" + date + "] is no date");
        }
    }

    Token peek() {
        return position < tokens.size() ? tokens.get(position) : new Token(Kind.END, "the end");
    }

    Token next() {
        Token token = peek();
        position++;
        return token;
    }

    boolean take(String word) {
        if (!peek().is(word)) return false;
        position++;
        return true;
    }

    void expect(String sign) {
        if (!take(sign)) throw bad("expected " + sign + " but found " + peek().text());
    }

    static RuntimeException bad(String what) {
        return Errors.refusal(400, "The conditions are not valid: " + what);
    }
}
