package io.scopebridge.practice.autotask;

import io.scopebridge.practice.Records;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the tenant's data lives: held as the record {@code zone} 1. Paths of other zones are refused with 401. */
class Zone {

    /** The API in any zone; what follows is the second group. */
    private static final Pattern API = Pattern.compile("(?i)((?:/zone\\d+)?/atservicesrest/)(.*)");

    static final String ANYWHERE = "(?i)(?:/zone\\d+)?/atservicesrest";

    private final Records records;

    Zone(Records records) {
        this.records = records;
        records.put("zone", 1, PracticeAutotask.json().put("number", 1));
    }

    String move() {
        records.put("zone", 1, PracticeAutotask.json().put("number", number() + 1));
        return path();
    }

    /** For example {@code /ATServicesRest/}. */
    String path() {
        return (number() == 1 ? "" : "/zone" + number()) + "/ATServicesRest/";
    }

    String name() {
        return "Practice Zone " + number();
    }

    /** What stands after the zone's path, or null for a path that is not of the API. */
    static String rest(String path) {
        Matcher matcher = API.matcher(path);
        return matcher.matches() ? matcher.group(2) : null;
    }

    boolean isHere(String path) {
        return path.regionMatches(true, 0, path(), 0, path().length());
    }

    private int number() {
        return records.find("zone", 1).orElseThrow().path("number").asInt();
    }
}
