package io.scopebridge.practice.connectwise;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.practice.connectwise.Tokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Reads the condition language into a test of records. {@code not} stands before an operator, never before a group. */
class Conditions {

    private static final Set<String> SIGNS = Set.of("=", "!=", "<", "<=", ">", ">=");
    private static final Set<String> WORDS = Set.of("contains", "like", "in");

    private final Tokens tokens;
    private final Model model;

    private Conditions(String text, Model model) {
        this.tokens = new Tokens(text);
        this.model = model;
    }

    /** A blank text lets everything through. */
    static Predicate<JsonNode> read(String text, Model model) {
        if (text == null || text.isBlank()) return row -> true;
        Conditions conditions = new Conditions(text, model);
        Predicate<JsonNode> test = conditions.either();
        if (conditions.tokens.peek().kind() != Tokens.Kind.END) {
            throw Tokens.bad("unexpected " + conditions.tokens.peek().text());
        }
        return test;
    }

    private Predicate<JsonNode> either() {
        Predicate<JsonNode> test = both();
        while (tokens.take("or")) test = test.or(both());
        return test;
    }

    private Predicate<JsonNode> both() {
        Predicate<JsonNode> test = one();
        while (tokens.take("and")) test = test.and(one());
        return test;
    }

    private Predicate<JsonNode> one() {
        if (tokens.take("(")) {
            Predicate<JsonNode> test = either();
            tokens.expect(")");
            return test;
        }
        Token name = tokens.next();
        if (name.kind() != Tokens.Kind.WORD) throw Tokens.bad("expected a field but found " + name.text());
        if (name.is("not")) throw Tokens.bad("not cannot stand before a field or a group");
        Operand operand = Operand.find(name.text(), model);
        boolean not = tokens.take("not");
        Token operator = tokens.next();
        String sign = operator.text().toLowerCase();
        if (!SIGNS.contains(sign) && !WORDS.contains(sign) || not && !WORDS.contains(sign)) {
            throw Tokens.bad("unknown operator " + (not ? "not " : "") + operator.text());
        }
        return operand.compare(sign, not, sign.equals("in") ? values() : List.of(tokens.next()));
    }

    private List<Token> values() {
        tokens.expect("(");
        List<Token> values = new ArrayList<>();
        do {
            values.add(tokens.next());
        } while (tokens.take(","));
        tokens.expect(")");
        return values;
    }
}
