package io.scopebridge.reload;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.component.kamelet.KameletEndpoint;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.ToDefinition;

/**
 * The route templates and the routes that Camel makes of them: one for each {@code to: kamelet:...}, created with the calling route.
 * Each generation of a route has its own, so that a call in flight ends in the template in which it started.
 */
class RouteTemplates {

    private static final String SCHEME = "kamelet:";

    private final CamelContext camel;

    RouteTemplates(CamelContext camel) {
        this.camel = camel;
    }

    /** Camel keeps the first template with a name: the old ones are removed, and restored with {@link #restore} if the new ones are rejected. */
    List<RouteTemplateDefinition> takeOut(Set<String> ids) throws Exception {
        List<RouteTemplateDefinition> found = model().getRouteTemplateDefinitions().stream().filter(one -> ids.contains(one.getId())).toList();
        for (RouteTemplateDefinition one : found) {
            model().removeRouteTemplateDefinition(one);
        }
        return found;
    }

    void restore(Set<String> ids, List<RouteTemplateDefinition> former) throws Exception {
        takeOut(ids);
        model().addRouteTemplateDefinitions(former);
    }

    /** The routes of the route's templates are named after it, with the same ending. */
    static void asGeneration(RouteDefinition route, String ending) {
        String name = route.getId().substring(0, route.getId().length() - ending.length());
        Map<String, Integer> numbers = new TreeMap<>();
        for (ToDefinition step : calls(route)) {
            String template = template(step.getUri());
            String id = name + "-" + template + "-" + numbers.merge(template, 1, Integer::sum) + ending;
            step.setUri(SCHEME + template + "/" + id + step.getUri().substring((SCHEME + template).length()));
        }
    }

    /**
     * The routes created only for this route, and not for others with the same call. Call it before the route is removed, which
     * removes its endpoints.
     */
    Set<Endpoint> of(RouteDefinition route) {
        Set<Endpoint> only = endpoints(route);
        model().getRouteDefinitions().stream().filter(other -> other != route).forEach(other -> only.removeAll(endpoints(other)));
        return only;
    }

    void remove(Set<Endpoint> endpoints) throws Exception {
        for (Endpoint endpoint : endpoints) {
            if (endpoint instanceof KameletEndpoint made) {
                remove(made);
            }
        }
    }

    /** Those of a rejected generation. */
    void removeEndpoints(String ending) throws Exception {
        for (Endpoint endpoint : List.copyOf(camel.getEndpoints())) {
            if (endpoint instanceof KameletEndpoint made && made.getRouteId().endsWith(ending)) {
                camel.removeEndpoint(made);
            }
        }
    }

    private void remove(KameletEndpoint made) throws Exception {
        if (camel.getRoute(made.getRouteId()) != null) {
            camel.getRouteController().stopRoute(made.getRouteId(), 1, TimeUnit.SECONDS);
            camel.removeRoute(made.getRouteId());
        }
        camel.removeEndpoint(made);
    }

    private Set<Endpoint> endpoints(RouteDefinition route) {
        Set<Endpoint> endpoints = new HashSet<>();
        calls(route).forEach(step -> endpoints.add(camel.hasEndpoint(step.getEndpointUri())));
        endpoints.remove(null);
        return endpoints;
    }

    private static List<ToDefinition> calls(RouteDefinition route) {
        return ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), ToDefinition.class).stream()
                .filter(step -> step.getUri().startsWith(SCHEME) && !step.getUri().matches(SCHEME + "/*(source|sink)\\b.*")).toList();
    }

    private static String template(String uri) {
        return uri.substring(SCHEME.length()).replaceAll("[/?].*", "");
    }

    private ModelCamelContext model() {
        return (ModelCamelContext) camel;
    }
}
