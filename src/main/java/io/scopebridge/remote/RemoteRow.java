package io.scopebridge.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.scopebridge.text.Graphemes;
import io.scopebridge.text.LenientNumber;
import io.scopebridge.text.LenientTime;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Validates a row of a remote system: invalid parts are left out and reported, the rest of the row is kept.
 * Each field gets its expected type: a number becomes text where text is expected, and text is parsed where a number is expected.
 */
public final class RemoteRow {

    private static final BigDecimal LARGEST = new BigDecimal("99999999999999999");

    private final ObjectNode row;
    private final String what;
    private final List<String> oddities = new ArrayList<>();

    /** @param what for a person, such as {@code Opportunity 5001} */
    public RemoteRow(ObjectNode row, String what) {
        this.row = row;
        this.what = what;
    }

    /** The field as text: without NUL, truncated between characters; null if absent. */
    public RemoteRow text(String field, int longest) {
        JsonNode value = row.path(field);
        if (value.isMissingNode() || value.isNull()) return this;
        if (value.isContainerNode()) return odd(field, "is no text");
        String text = value.asText().replace("\0", "");
        if (text.length() < value.asText().length()) oddities.add(what + ": " + field + " holds NUL, which is left out.");
        row.set(field, TextNode.valueOf(Graphemes.cut(text, longest)));
        return this;
    }

    /** The same, with a default. */
    public RemoteRow text(String field, int longest, String otherwise) {
        text(field, longest);
        if (row.path(field).asText("").isBlank() || row.path(field).isNull()) row.put(field, otherwise);
        return this;
    }

    public RemoteRow number(String field) {
        JsonNode value = row.path(field);
        if (value.isMissingNode() || value.isNull()) return without(field);
        Optional<BigDecimal> number = number(value);
        if (number.isEmpty()) return odd(field, "is no number");
        if (number.get().abs().compareTo(LARGEST) > 0) return odd(field, "is larger than any amount");
        if (!value.isNumber()) row.put(field, number.get());
        return this;
    }

    public RemoteRow yesOrNo(String field) {
        JsonNode value = row.path(field);
        if (!value.isBoolean()) row.put(field, value.asText("").equalsIgnoreCase("true") || value.asText("").equals("1"));
        return this;
    }

    /** A time after {@code latest} is invalid: a mark from it would hide every change until then. */
    public RemoteRow time(String field, OffsetDateTime latest) {
        JsonNode value = row.path(field);
        if (value.isMissingNode() || value.isNull() || value.isTextual() && value.asText().isBlank()) return without(field);
        Optional<OffsetDateTime> time = value.isTextual() ? LenientTime.of(value.asText()) : Optional.empty();
        if (time.isEmpty()) return odd(field, "is no date");
        if (time.get().isAfter(latest)) return odd(field, "lies in the future");
        row.put(field, time.get().toString());
        return this;
    }

    /** The parts left out, one sentence each; empty for a valid row. */
    public List<String> oddities() {
        return oddities;
    }

    /** The text of a validated field, or null. */
    public String value(String field) {
        return row.path(field).isTextual() ? row.path(field).asText() : null;
    }

    /** The time of a validated field, or null. */
    public OffsetDateTime timeOf(String field) {
        return LenientTime.of(value(field)).orElse(null);
    }

    private static Optional<BigDecimal> number(JsonNode value) {
        if (value instanceof DoubleNode && !Double.isFinite(value.doubleValue())) return Optional.empty();
        if (value.isNumber()) return Optional.of(value.decimalValue());
        return value.isTextual() ? LenientNumber.of(value.asText()) : Optional.empty();
    }

    private RemoteRow odd(String field, String why) {
        String shown = row.path(field).toString();
        oddities.add(what + ": " + field + " " + why + " (" + Graphemes.cut(shown, 60) + "); it is left out.");
        return without(field);
    }

    private RemoteRow without(String field) {
        row.set(field, NullNode.getInstance());
        return this;
    }
}
