package io.scopebridge.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The routes of some files by id, what they say they need and leave, and who may be meant by an address. */
class RouteGraph {

    /** The route that gives a flow its job. */
    static final String WORKER = "work-job";
    private static final Pattern CALL = Pattern.compile("direct:([\\w-]+)");

    record Place(RouteFile file, JsonNode route, RouteNote note) {
    }

    private final Map<String, Place> routes = new TreeMap<>();
    private final Set<String> called = new HashSet<>();
    private final Map<String, Set<String>> sets = new HashMap<>();

    RouteGraph(List<RouteFile> files) {
        files.forEach(file -> file.routes().forEach(route -> routes.put(route.path("id").asText(), new Place(file, route, RouteNote.of(route)))));
        files.forEach(file -> file.routes().forEach(route -> RouteFile.scalars(route.path("from").path("steps")).stream()
            .map(scalar -> CALL.matcher(scalar.text())).filter(java.util.regex.Matcher::matches).forEach(call -> called.add(call.group(1)))));
    }

    Map<String, Place> routes() {
        return routes;
    }

    /** What a flow has of its job: whatever the worker sets before it calls the flow. */
    Set<String> ofJob() {
        Set<String> names = new LinkedHashSet<>(Set.of("job"));
        if (routes.containsKey(WORKER)) names.addAll(setBy(routes.get(WORKER).route()));
        names.remove("connection");
        return names;
    }

    private static Set<String> setBy(JsonNode route) {
        return route.findValues("setVariable").stream().map(step -> step.path("name").asText()).collect(Collectors.toSet());
    }

    /** With job in place of all that it stands for. */
    Set<String> whole(Set<String> needs) {
        Set<String> all = new LinkedHashSet<>(needs);
        if (all.remove("job")) all.addAll(ofJob());
        return all;
    }

    /** The routes that an address may lead to; {@code ${...}} in it stands for a system, or for the flow of a job. */
    List<String> at(String address) {
        String name = address.replaceFirst("^direct:", "").replaceAll("\\?.*", "");
        if (name.equals("${variable.flow}")) return routes.keySet().stream().filter(this::isFlow).toList();
        String pattern = name.replaceAll("\\$\\{[^}]*}", "[a-z]+");
        return routes.entrySet().stream().filter(one -> one.getKey().matches(pattern))
            .filter(one -> pattern.equals(name) || one.getValue().file().system().isPresent()).map(Map.Entry::getKey).toList();
    }

    /** Those that only the worker calls, by the name in the job. */
    private boolean isFlow(String id) {
        Place place = routes.get(id);
        return place.file().path().toString().contains("flows") && place.file().flow().equals(id) && !called.contains(id);
    }

    /** All that a route and those that it calls set in the exchange. */
    Set<String> touched(String id) {
        Set<String> known = sets.get(id);
        if (known != null) return known;
        sets.put(id, new HashSet<>());
        JsonNode steps = routes.get(id).route().path("from").path("steps").deepCopy();
        // Each element of a split has an exchange of its own.
        steps.findParents("split").forEach(parent -> ((ObjectNode) parent).remove("split"));
        Set<String> all = new HashSet<>(setBy(steps));
        RouteFile.scalars(steps).stream().filter(scalar -> scalar.key().equals("variableReceive")).forEach(scalar -> all.add(scalar.text()));
        RouteFile.scalars(steps).stream().filter(scalar -> scalar.text().startsWith("direct:"))
            .flatMap(scalar -> at(scalar.text()).stream()).forEach(other -> all.addAll(touched(other)));
        steps.findValues("removeVariable").forEach(step -> all.remove(step.path("name").asText()));
        sets.put(id, all);
        return all;
    }
}
