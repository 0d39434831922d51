package io.scopebridge.text;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as remote systems write them: 8, "8.0", ".5", "1e3". */
public final class LenientNumber {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d{1,18}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][+-]?\\d{1,2})?");
    private static final BigDecimal LARGEST = new BigDecimal("99999999999999999");
    private static final BigDecimal SMALLEST = new BigDecimal("1e-40");

    private LenientNumber() {
    }

    /** Empty for what is no number, is larger than any amount, or can be read in two ways, such as "1,250.00". */
    public static Optional<BigDecimal> of(String text) {
        if (text == null || !DECIMAL.matcher(text.strip()).matches()) return Optional.empty();
        return Optional.of(new BigDecimal(text.strip())).filter(LenientNumber::isAmount);
    }

    private static boolean isAmount(BigDecimal number) {
        return number.signum() == 0 || number.abs().compareTo(SMALLEST) >= 0 && number.abs().compareTo(LARGEST) <= 0;
    }
}
