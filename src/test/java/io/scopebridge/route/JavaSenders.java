package io.scopebridge.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Java gives to the routes that it calls, and which variables it reads: found in the sources. */
class JavaSenders {

    private static final Pattern SEND = Pattern.compile("routes\\.send\\(\\s*([^,]+),");
    private static final Pattern GIVEN = Pattern.compile("\\.setVariable\\(\"(\\w+)\"");
    private static final Pattern READ = Pattern.compile("\\.getVariable\\(\"?([\\w.]+)\"?");

    /** @param address of the route; ${...} in it stands for a system */
    record Sender(String file, String address, Set<String> given) {
    }

    private final List<Sender> senders = new ArrayList<>();
    private final Set<String> read = new HashSet<>();
    private final Set<String> readers = new HashSet<>();

    static JavaSenders in(Path sources) {
        JavaSenders found = new JavaSenders();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : (Iterable<Path>) files.filter(one -> one.toString().endsWith(".java"))::iterator) {
                found.look(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    void look(String type, String text) {
        Matcher send = SEND.matcher(text);
        while (send.find()) {
            String address = address(send.group(1));
            // What is called by a name that stands in a route is checked there.
            if (address.matches(".*[a-z]$")) senders.add(new Sender(type, address, names(GIVEN, call(text, send.start()))));
        }
        Set<String> here = names(READ, text);
        read.addAll(here);
        if (!here.isEmpty()) readers.add(type);
    }

    /** Literals as they are, and anything for what is only known when it runs. */
    private static String address(String expression) {
        return Stream.of(expression.split("\\+")).map(String::strip)
            .map(part -> part.startsWith("\"") ? part.replace("\"", "").replaceAll("\\?.*", "") : "${}").collect(Collectors.joining());
    }

    /** From the start of the call to the bracket that ends it. */
    private static String call(String text, int start) {
        int depth = 0;
        for (int at = start; at < text.length(); at++) {
            if (text.charAt(at) == '(') depth++;
            if (text.charAt(at) == ')' && --depth == 0) return text.substring(start, at);
        }
        return text.substring(start);
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    List<Sender> senders() {
        return senders;
    }

    /** The variables that Java reads by name. */
    Set<String> read() {
        return read;
    }

    /** The classes that read variables by name, and not as parameters that Camel binds. */
    Set<String> readers() {
        return readers;
    }
}
