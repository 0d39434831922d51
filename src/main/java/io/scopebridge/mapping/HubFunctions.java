package io.scopebridge.mapping;

import com.datasonnet.header.Header;
import com.datasonnet.jsonnet.Val;
import com.datasonnet.spi.DataFormatService;
import com.datasonnet.spi.Library;
import io.scopebridge.text.Graphemes;
import io.scopebridge.text.LenientNumber;
import io.scopebridge.text.LenientTime;
import io.scopebridge.text.SameName;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Text functions that DataSonnet lacks, as {@code hub} in mappings: {@code hub.nameKey(text)} is equal for names that look the same to a
 * person, {@code hub.cut(text, length)} cuts between characters, {@code hub.oneLine(text)} has single blanks for blanks, line breaks and control
 * characters. Null counts as empty. {@code hub.number(value)}
 * and {@code hub.time(value)} are null for what is no number, or larger than any amount, and for what is no time; a time is in seconds, UTC.
 */
class HubFunctions extends Library {

    /** A sum or a product of such numbers keeps to the 15 digits that a mapping can take, also in hundredths. */
    private static final double LARGEST = 1e12;
    private static final Pattern BLANKS = Pattern.compile("[\\x{0}- \\x{7F}-\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}]+");

    @Override
    public String namespace() {
        return "hub";
    }

    @Override
    public Map<String, Val.Func> functions(DataFormatService formats, Header header) {
        return Map.of(
            "oneLine", makeSimpleFunc(List.of("text"), given -> new Val.Str(BLANKS.matcher(text(given.get(0))).replaceAll(" "))),
            "nameKey", makeSimpleFunc(List.of("text"), given -> new Val.Str(SameName.key(text(given.get(0))))),
            "number", makeSimpleFunc(List.of("value"), given -> numberOf(given.get(0))),
            "time", makeSimpleFunc(List.of("value"), given -> time(given.get(0))),
            "cut", makeSimpleFunc(List.of("text", "length"), given -> new Val.Str(Graphemes.cut(text(given.get(0)), number(given.get(1))))));
    }

    @Override
    public Map<String, Val.Obj> modules(DataFormatService formats, Header header) {
        return Map.of();
    }

    @Override
    public Set<String> libsonnets() {
        return Set.of();
    }

    private static String text(Val value) {
        if (value instanceof Val.Str text) return text.value();
        if (value instanceof Val.Num number) return number.value() == Math.rint(number.value()) ? String.valueOf((long) number.value()) : String.valueOf(number.value());
        return "";
    }

    private static Val numberOf(Val value) {
        Optional<Double> number = value instanceof Val.Num given ? Optional.of(given.value())
            : value instanceof Val.Str text ? LenientNumber.of(text.value()).map(BigDecimal::doubleValue) : Optional.empty();
        return number.filter(found -> Math.abs(found) <= LARGEST).<Val>map(Val.Num::new).orElse(Val.Null$.MODULE$);
    }

    private static Val time(Val value) {
        if (!(value instanceof Val.Str text)) return Val.Null$.MODULE$;
        return LenientTime.of(text.value()).map(time -> time.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS))
            .map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format).<Val>map(Val.Str::new).orElse(Val.Null$.MODULE$);
    }

    private static int number(Val value) {
        return value instanceof Val.Num number ? (int) number.value() : 0;
    }
}
