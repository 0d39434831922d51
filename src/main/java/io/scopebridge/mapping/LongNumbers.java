package io.scopebridge.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;

/**
 * DataSonnet reads a number of more than 15 digits as a special text, on which a mapping then fails. To prevent this, decimals are
 * rounded to 15 digits and longer whole numbers become strings.
 */
class LongNumbers {

    private static final Pattern SUSPECT = Pattern.compile("[0-9][0-9.]{15}");
    private static final int DIGITS = 15;

    private final ObjectMapper json = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    String shortened(String text) throws JsonProcessingException {
        return SUSPECT.matcher(text).find() ? json.writeValueAsString(shortened(json.readTree(text))) : text;
    }

    private static JsonNode shortened(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(shortened(field.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, shortened(array.get(i)));
            }
        } else if (node.isNumber()) {
            BigDecimal number = node.decimalValue().stripTrailingZeros();
            boolean whole = number.scale() <= 0;
            if (whole && number.precision() - number.scale() > DIGITS) {
                return new TextNode(number.toPlainString());
            }
            if (!whole && number.precision() > DIGITS) {
                return new DecimalNode(number.round(new MathContext(DIGITS)));
            }
        }
        return node;
    }
}
