package io.scopebridge.mapping;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mapping or library does not compile. The message contains file, line, column and reason. */
public class MappingRefused extends Exception {

    private static final Pattern LIBRARY = Pattern.compile("Unable to parse library: (\\S+)");
    private static final Pattern PLACE = Pattern.compile(" at line (\\d+) column (\\d+)");
    private static final Pattern RAW_PLACE = Pattern.compile(":(\\d+):(\\d+)(?=, found)");

    /**
     * Where it is.
     *
     * @param line   from 1; 0 if unknown
     * @param column from 1; 0 if unknown
     */
    public record Place(String file, int line, int column, String reason) {
    }

    private final transient Place place;

    /** As said by another process. */
    public MappingRefused(Place place) {
        this(place, null);
    }

    private MappingRefused(Place place, Throwable reason) {
        super(place.file() + (place.line() == 0 ? "" : ", line " + place.line() + ", column " + place.column()) + ": " + place.reason(), reason);
        this.place = place;
    }

    public Place place() {
        return place;
    }

    static MappingRefused at(String file, int line, int column, String reason) {
        return at(file, line, column, reason, null);
    }

    static MappingRefused of(String file, Throwable error) {
        Matcher library = LIBRARY.matcher(String.valueOf(error.getMessage()));
        // In the short form of a position, DataSonnet counts the line that it inserts before a mapping, but not before a library.
        return library.find() && error.getCause() != null
                ? placed(library.group(1), error.getCause().getMessage(), 0, error)
                : placed(file, String.valueOf(error.getMessage()), 1, error);
    }

    private static MappingRefused placed(String file, String message, int linesBefore, Throwable error) {
        String reason = message.replace("Problem parsing: ", "");
        Matcher place = PLACE.matcher(reason);
        if (place.find()) {
            return at(file, Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)), place.replaceFirst(""), error);
        }
        Matcher raw = RAW_PLACE.matcher(reason);
        if (raw.find()) {
            return at(file, Integer.parseInt(raw.group(1)) - linesBefore, Integer.parseInt(raw.group(2)), raw.replaceFirst(""), error);
        }
        return new MappingRefused(new Place(file, 0, 0, reason), error);
    }

    private static MappingRefused at(String file, int line, int column, String reason, Throwable error) {
        return new MappingRefused(new Place(file, line, column, reason), error);
    }
}
