package io.scopebridge.reload;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.RouteBuilderLifecycleStrategy;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.component.direct.DirectConsumer;
import org.apache.camel.model.Model;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * Replaces the routes of a file. The new ones are created in parallel to the old ones and receive calls only if all of them could be
 * created; exchanges in flight finish in the old ones, which are then removed.
 */
class RouteGenerations {

    private static final int IDLE_LOOKS = 3;

    private final CamelContext camel;
    private final RouteTemplates templates;
    private final Map<String, Route> listening = new HashMap<>();
    private final List<Retired> retired = new ArrayList<>();
    private int generation = 1;

    private static final class Retired {

        private final Route route;
        private final RouteDefinition definition;
        private int idle;

        Retired(Route route, RouteDefinition definition) {
            this.route = route;
            this.definition = definition;
        }
    }

    RouteGenerations(CamelContext camel) {
        this.camel = camel;
        this.templates = new RouteTemplates(camel);
    }

    Set<String> policies() {
        return model().getRouteConfigurationDefinitions().stream().map(policy -> policy.getId()).collect(Collectors.toSet());
    }

    /**
     * The routes of the file take the calls from now on, and so do those of the files that use its templates. Their ids and own addresses end
     * in the number of the generation, such as {@code push-project@2}; callers still call {@code direct:push-project}.
     *
     * @param users made again with the templates of the file
     * @throws RouteRefused if they cannot be created or started; the old ones are then not affected
     */
    void replace(RouteFile file, List<RouteFile> users) throws RouteRefused {
        String ending = "@" + ++generation;
        Set<String> ids = file.templates();
        List<RouteTemplateDefinition> former = List.of();
        RouteFile one = file;
        try {
            former = templates.takeOut(ids);
            make(file, ending);
            for (RouteFile user : users) {
                one = user;
                make(user, ending);
            }
        } catch (Exception e) {
            remove(ending);
            restore(ids, former);
            RouteRefused why = CamelComplaint.of(one, e, ending);
            throw one == file ? why : RouteRefused.at(file.path(), file.entries().get(0).line(), "what uses it cannot be made with it: " + why.getMessage(), e);
        }
        camel.getRoutes().stream().filter(route -> route.getId().endsWith(ending) && isCalledDirectly(route)).forEach(route -> switchTo(route, ending));
    }

    private static boolean isCalledDirectly(Route route) {
        return route.getConsumer() instanceof DirectConsumer;
    }

    private void restore(Set<String> ids, List<RouteTemplateDefinition> former) {
        try {
            templates.restore(ids, former);
        } catch (Exception e) {
            throw new IllegalStateException("The former templates cannot be used again", e);
        }
    }

    /** Callers wait while no route is bound. */
    private void switchTo(Route route, String ending) {
        DirectComponent direct = camel.getComponent("direct", DirectComponent.class);
        String address = withoutQuery(route.getEndpoint().getEndpointUri());
        String called = address.substring(0, address.length() - ending.length());
        Route former = listening.containsKey(called) ? listening.get(called)
                : camel.getRoutes().stream().filter(other -> withoutQuery(other.getEndpoint().getEndpointUri()).equals(called)).findFirst().orElse(null);
        if (former != null) {
            direct.removeConsumer(called, (DirectConsumer) former.getConsumer());
            retired.add(new Retired(former, model().getRouteDefinition(former.getId())));
        }
        direct.addConsumer(called, (DirectConsumer) route.getConsumer());
        listening.put(called, route);
    }

    /** Removes old routes without exchanges in flight. */
    void removeIdle() throws Exception {
        for (Iterator<Retired> all = retired.iterator(); all.hasNext(); ) {
            Retired old = all.next();
            // A caller with a reference to the old route may have entered it only now.
            old.idle = camel.getInflightRepository().size(old.route.getId()) == 0 ? old.idle + 1 : 0;
            if (old.idle >= IDLE_LOOKS) {
                all.remove();
                Set<Endpoint> made = templates.of(old.definition);
                camel.getRouteController().stopRoute(old.route.getId(), 1, TimeUnit.SECONDS);
                camel.removeRoute(old.route.getId());
                templates.remove(made);
            }
        }
    }

    private void make(RouteFile file, String ending) throws Exception {
        Collection<RoutesBuilder> builders = PluginHelper.getRoutesLoader(camel)
                .findRoutesBuilders(List.of(ResourceHelper.fromString(file.path(), file.text())));
        for (RoutesBuilder builder : builders) {
            ((RouteBuilder) builder).addLifecycleInterceptor(new RouteBuilderLifecycleStrategy() {
                @Override
                public void afterConfigure(RouteBuilder configured) {
                    configured.getRouteCollection().getRoutes().forEach(route -> asGeneration(route, ending));
                }
            });
            camel.addRoutes(builder);
        }
    }

    private static void asGeneration(RouteDefinition route, String ending) {
        route.setId(route.getId() + ending);
        String[] uri = route.getInput().getEndpointUri().split("\\?", 2);
        route.getInput().setUri(uri[0] + ending + (uri.length > 1 ? "?" + uri[1] : ""));
        RouteTemplates.asGeneration(route, ending);
        for (ProcessorDefinition<?> step : ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), ProcessorDefinition.class)) {
            if (step.hasCustomIdAssigned()) {
                step.setId(step.getId() + ending);
            }
        }
    }

    private void remove(String ending) {
        try {
            for (Route route : camel.getRoutes().stream().filter(one -> one.getId().endsWith(ending)).toList()) {
                camel.getRouteController().stopRoute(route.getId(), 1, TimeUnit.SECONDS);
                camel.removeRoute(route.getId());
            }
            templates.removeEndpoints(ending);
            Model model = model();
            for (RouteDefinition left : List.copyOf(model.getRouteDefinitions())) {
                if (left.getId().endsWith(ending)) {
                    model.removeRouteDefinition(left);
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException("Rejected routes cannot be removed", e);
        }
    }

    private ModelCamelContext model() {
        return (ModelCamelContext) camel;
    }

    private static String withoutQuery(String uri) {
        return uri.replaceAll("\\?.*", "");
    }
}
