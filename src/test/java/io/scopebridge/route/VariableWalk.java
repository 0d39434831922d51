package io.scopebridge.route;

import static io.scopebridge.route.VariableState.BODY;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Goes through one route step by step, knows at each which variables are there, and names what is read without being there. */
class VariableWalk {

    private static final Pattern READ = Pattern.compile("variables?\\.(\\w+)");
    private static final Pattern READS_BODY = Pattern.compile("\\$\\{body\\b");
    private static final Pattern CACHED = Pattern.compile("(?:of|refresh)\\(\\$\\{variable\\.connection}, '([^']+)'");
    private static final Set<String> FROM_BODY = Set.of("convertBodyTo", "marshal", "unmarshal");

    private final RouteGraph graph;
    private final BeanMethods beans;
    private final RouteGraph.Place place;
    private final List<String> offences = new ArrayList<>();
    private final Set<String> used = new LinkedHashSet<>();
    private final Set<String> set = new LinkedHashSet<>();
    private final VariableState end;

    VariableWalk(RouteGraph graph, BeanMethods beans, String id) {
        this.graph = graph;
        this.beans = beans;
        this.place = graph.routes().get(id);
        this.end = new VariableState(graph.whole(place.note().needs()));
        end.add("connection");
        // What starts from a queue, a clock or HTTP is given a message by Camel.
        if (!place.route().path("from").path("uri").asText().startsWith("direct:")) end.add(BODY);
        walk(place.route().path("from").path("steps"), end);
    }

    List<String> offences() {
        return offences;
    }

    /** What it reads, itself or through what the routes need that it calls. */
    Set<String> used() {
        return used;
    }

    /** What it or a route that it calls has set and left. */
    Set<String> set() {
        return set;
    }

    VariableState end() {
        return end;
    }

    private void walk(JsonNode steps, VariableState state) {
        steps.forEach(step -> step.properties().forEach(entry -> step(entry.getKey(), entry.getValue(), state)));
    }

    private void step(String kind, JsonNode step, VariableState state) {
        switch (kind) {
            case "choice" -> choice(step, state);
            case "loop", "split", "filter" -> maybe(step, state);
            case "doTry" -> {
                walk(step.path("steps"), state);
                step.path("doCatch").forEach(one -> walk(one.path("steps"), state.copy()));
                walk(step.path("doFinally").path("steps"), state.copy());
            }
            case "setVariable" -> {
                expressions(step, state);
                put(step.path("name").asText(), state);
                leadsTo(step, state);
            }
            case "removeVariable" -> state.remove(step.path("name").asText());
            case "setBody" -> {
                expressions(step, state);
                state.add(BODY);
            }
            case "bean" -> bean(step, state);
            case "to", "toD" -> to(step, state);
            case "wireTap" -> to(step, state.copy());
            default -> {
                if (FROM_BODY.contains(kind)) read(BODY, state);
                expressions(step, state);
            }
        }
    }

    private void choice(JsonNode step, VariableState state) {
        List<VariableState> ways = new ArrayList<>();
        step.path("when").forEach(way -> {
            texts(Map.entry("simple", way.path("simple")), state);
            ways.add(state.copy());
            walk(way.path("steps"), ways.get(ways.size() - 1));
        });
        ways.add(state.copy());
        walk(step.path("otherwise").path("steps"), ways.get(ways.size() - 1));
        state.become(ways.get(0));
        ways.forEach(state::meet);
    }

    /** Steps that may be gone through not at all. */
    private void maybe(JsonNode step, VariableState state) {
        step.properties().stream().filter(part -> !part.getKey().equals("steps")).forEach(part -> texts(part, state));
        VariableState inside = state.copy();
        if (step.has("steps")) inside.add(BODY);
        walk(step.path("steps"), inside);
        state.meet(inside);
    }

    private void expressions(JsonNode step, VariableState state) {
        if (step.isValueNode()) texts(Map.entry("", step), state);
        else step.properties().forEach(part -> texts(part, state));
    }

    private void texts(Map.Entry<String, JsonNode> part, VariableState state) {
        if (part.getKey().equals("method")) {
            method(part.getValue(), state);
            return;
        }
        if (part.getKey().equals("constant")) return;
        RouteFile.scalars(part.getValue()).forEach(scalar -> text(scalar.text(), state));
    }

    private void text(String text, VariableState state) {
        READ.matcher(text).results().forEach(found -> read(found.group(1), state));
        if (READS_BODY.matcher(text).find()) read(BODY, state);
    }

    private void bean(JsonNode step, VariableState state) {
        if (method(step, state)) state.add(BODY);
    }

    /** Whether there is a body afterwards. */
    private boolean method(JsonNode step, VariableState state) {
        String call = step.path("method").asText();
        String name = call.replaceAll("(?s)\\(.*", "");
        boolean given = call.contains("(");
        text(call, state);
        List<Method> methods = beans.of(step.path("ref").asText(), name, given ? arguments(call) : null);
        if (methods.isEmpty()) offences.add("no method " + step.path("ref").asText() + "." + call);
        if (!given) methods.forEach(method -> bound(method, state));
        Matcher fact = CACHED.matcher(call);
        if (fact.find() && step.path("ref").asText().equals("tenantCache")) cached(fact.group(1));
        return methods.stream().anyMatch(BeanMethods::makesBody);
    }

    private void bound(Method method, VariableState state) {
        BeanMethods.variables(method).forEach(variable -> read(variable, state));
        if (BeanMethods.takesBody(method)) read(BODY, state);
    }

    /** Commas that stand in no text and no bracket part the arguments. */
    private static List<String> arguments(String call) {
        String inside = call.replaceAll("(?s)^[^(]*\\(|\\)\\s*$", "").replaceAll("(?s)'[^']*'", "''");
        return inside.isBlank() ? List.of() : Stream.of(inside.split(",(?![^{]*})")).map(String::strip).toList();
    }

    private void cached(String address) {
        List<String> facts = graph.at(address);
        if (facts.isEmpty()) offences.add("no route for the kept " + address);
        facts.forEach(fact -> {
            RouteNote note = graph.routes().get(fact).note();
            if (!Set.of(BODY).containsAll(note.needs()) || !note.leaves().contains(BODY)) offences.add(fact + " is kept: it may need the body only, and leaves one");
        });
    }

    private void to(JsonNode step, VariableState state) {
        String uri = step.isTextual() ? step.asText() : step.path("uri").asText();
        String into = step.path("variableReceive").asText(null);
        boolean body = state.has(BODY);
        if (uri.startsWith("direct:")) call(uri, state);
        else if (uri.startsWith("mapping:")) mapping(uri, state);
        else if (uri.startsWith("bean:")) named(uri, state);
        else if (!uri.startsWith("seda:")) {
            expressions(step, state);
            state.add(BODY);
        }
        text(uri, state);
        if (into == null) return;
        if (!state.has(BODY)) offences.add(uri + " leaves no body for " + into);
        put(into, state);
        if (!body) state.remove(BODY);
    }

    private void named(String uri, VariableState state) {
        String[] parts = uri.replace("bean:", "").split("\\?method=", 2);
        List<Method> methods = beans.of(parts[0], parts.length > 1 ? parts[1] : "", null);
        methods.forEach(method -> bound(method, state));
        if (methods.stream().anyMatch(BeanMethods::makesBody)) state.add(BODY);
    }

    private void mapping(String uri, VariableState state) {
        if (!uri.contains("variables=")) read(BODY, state);
        else for (String variable : uri.replaceFirst(".*variables=", "").split(",")) read(variable, state);
        state.add(BODY);
    }

    private void call(String uri, VariableState state) {
        List<String> called = graph.at(uri);
        if (called.isEmpty() && !uri.contains("failIfNoConsumers=false")) offences.add("nothing starts at " + uri);
        VariableState before = state.copy();
        List<VariableState> ways = new ArrayList<>();
        for (String route : called) {
            given(route, before);
            VariableState after = before.copy();
            RouteNote note = graph.routes().get(route).note();
            // What it sets without leaving it is lost to whoever had a variable of that name.
            graph.touched(route).forEach(after::remove);
            after.remove(BODY);
            note.leaves().forEach(after::add);
            note.may().stream().filter(before::has).forEach(after::add);
            set.addAll(note.leaves());
            set.addAll(note.may());
            ways.add(after);
        }
        if (uri.contains("failIfNoConsumers=false")) ways.add(before);
        if (ways.isEmpty()) return;
        state.become(ways.get(0));
        ways.forEach(state::meet);
    }

    /** A constant that is an address is called by whoever gets the variable. */
    private void leadsTo(JsonNode step, VariableState state) {
        String address = step.path("constant").asText("");
        if (!address.startsWith("direct:")) return;
        VariableState there = state.copy();
        there.add(BODY);
        graph.at(address).forEach(route -> given(route, there));
    }

    private void given(String route, VariableState state) {
        graph.whole(graph.routes().get(route).note().needs()).forEach(need -> {
            if (!state.has(need)) offences.add(route + " needs " + need + ", which is not there");
            used.add(need);
        });
    }

    private void read(String name, VariableState state) {
        if (!state.has(name)) offences.add("reads " + name + ", which is not there");
        used.add(name);
    }

    private void put(String name, VariableState state) {
        state.add(name);
        set.add(name);
    }
}
