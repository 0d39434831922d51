package io.scopebridge.practice.connectwise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.scopebridge.practice.connectwise.Field.Kind;
import io.scopebridge.practice.connectwise.Tokens.Token;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A field, or a part of a reference, that a condition or an order speaks of. */
record Operand(String first, String second, Kind kind) {

    /** Refuses a name that this resource does not return. */
    static Operand find(String name, Model model) {
        if (name.equals("lastUpdated")) return new Operand("_info", "lastUpdated", Kind.DATE);
        String[] parts = name.split("/", -1);
        Field field = model.returned(parts[0]);
        if (field == null || field.kind() == Kind.OBJECT || field.kind() == Kind.LIST || parts.length > 2) throw unknown(name, model);
        if (parts.length == 1) return new Operand(parts[0], null, field.kind());
        boolean known = field.kind() == Kind.REF && (parts[1].equals("id") || parts[1].equals("name")
            || parts[1].equals("identifier") && (field.hasIdentifier() || field.target() == null));
        if (!known) throw unknown(name, model);
        return new Operand(parts[0], parts[1], parts[1].equals("id") ? Kind.INT : Kind.TEXT);
    }

    private static RuntimeException unknown(String name, Model model) {
        return Tokens.bad(model.resource() + " has no field " + name + " to filter or sort by");
    }

    JsonNode of(JsonNode row) {
        JsonNode value = row.path(first);
        if (second != null) value = value.path(second);
        return value.isNull() ? MissingNode.getInstance() : value;
    }

    int order(JsonNode a, JsonNode b) {
        JsonNode x = of(a);
        JsonNode y = of(b);
        if (x.isMissingNode() || y.isMissingNode()) return Boolean.compare(!x.isMissingNode(), !y.isMissingNode());
        return compared(x, y.asText());
    }

    Predicate<JsonNode> compare(String sign, boolean not, List<Token> values) {
        if (values.size() == 1 && values.get(0).is("null")) {
            if (!sign.equals("=") && !sign.equals("!=")) throw Tokens.bad("null goes with = and != only");
            return row -> of(row).isMissingNode() == sign.equals("=");
        }
        values.forEach(this::fits);
        if (kind == Kind.REF || kind == Kind.FLAG && !sign.equals("=") && !sign.equals("!=")
            || (sign.equals("like") || sign.equals("contains")) && kind != Kind.TEXT && kind != Kind.CHOICE) {
            throw Tokens.bad(sign + " does not go with " + first);
        }
        Predicate<JsonNode> test = test(sign, values);
        // Like SQL: nothing can be said of a value that is not there.
        return row -> {
            JsonNode value = of(row);
            return !value.isMissingNode() && test.test(value) != not;
        };
    }

    private Predicate<JsonNode> test(String sign, List<Token> values) {
        String wanted = values.get(0).text();
        return switch (sign) {
            case "=" -> value -> compared(value, wanted) == 0;
            case "!=" -> value -> compared(value, wanted) != 0;
            case "<" -> value -> compared(value, wanted) < 0;
            case "<=" -> value -> compared(value, wanted) <= 0;
            case ">" -> value -> compared(value, wanted) > 0;
            case ">=" -> value -> compared(value, wanted) >= 0;
            case "contains" -> value -> value.asText().toLowerCase().contains(wanted.toLowerCase());
            case "in" -> value -> values.stream().anyMatch(each -> compared(value, each.text()) == 0);
            default -> {
                Pattern like = Pattern.compile(Pattern.quote(wanted).replace("*", "\\E.*\\Q"),
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
                yield value -> like.matcher(value.asText()).matches();
            }
        };
    }

    private void fits(Token value) {
        boolean fits = switch (kind) {
            case INT -> value.kind() == Tokens.Kind.NUMBER && !value.text().contains(".");
            case NUMBER -> value.kind() == Tokens.Kind.NUMBER;
            case DATE -> value.kind() == Tokens.Kind.DATE;
            case FLAG -> value.is("true") || value.is("false");
            case TEXT, CHOICE -> value.kind() == Tokens.Kind.TEXT;
            default -> false;
        };
        if (!fits) throw Tokens.bad(value.text() + " is no value for " + first + (second == null ? "" : "/" + second));
    }

    private int compared(JsonNode value, String wanted) {
        return switch (kind) {
            case INT -> Long.compare(value.asLong(), Long.parseLong(wanted));
            case NUMBER -> value.decimalValue().compareTo(new BigDecimal(wanted));
            case DATE -> Instant.parse(value.asText()).compareTo(Instant.parse(wanted));
            default -> value.asText().compareToIgnoreCase(wanted);
        };
    }
}
