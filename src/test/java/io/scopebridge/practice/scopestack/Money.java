package io.scopebridge.practice.scopestack;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** Money and hours as the API writes them: text with at least one decimal. */
final class Money {

    private Money() {
    }

    static String text(BigDecimal amount) {
        BigDecimal shortest = amount.stripTrailingZeros();
        return (shortest.scale() < 1 ? shortest.setScale(1) : shortest).toPlainString();
    }

    static BigDecimal of(JsonNode text) {
        return text.isNull() || text.isMissingNode() ? BigDecimal.ZERO : new BigDecimal(text.asText());
    }
}
