package io.scopebridge.route;

import io.scopebridge.connection.Connection;
import java.beans.Introspector;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;

/** The methods of the hub's beans that routes call by name. */
class BeanMethods {

    private final Map<String, Class<?>> beans = new HashMap<>();

    BeanMethods() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Component.class));
        scan.findCandidateComponents("io.scopebridge").forEach(found -> {
            try {
                Class<?> type = Class.forName(found.getBeanClassName());
                String name = AnnotatedElementUtils.findMergedAnnotation(type, Component.class).value();
                beans.put(name.isEmpty() ? Introspector.decapitalize(type.getSimpleName()) : name, type);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** @param arguments as they are given; null when Camel binds them */
    List<Method> of(String bean, String method, List<String> arguments) {
        if (!beans.containsKey(bean)) return List.of();
        return Arrays.stream(beans.get(bean).getMethods()).filter(one -> one.getName().equals(method) && !Modifier.isStatic(one.getModifiers()))
            .filter(one -> arguments == null || fits(one, arguments)).toList();
    }

    /** As many as it has, and the connection where one is wanted. */
    private static boolean fits(Method method, List<String> arguments) {
        return method.getParameterCount() == arguments.size() && IntStream.range(0, arguments.size())
            .allMatch(at -> arguments.get(at).equals("${variable.connection}") == (method.getParameterTypes()[at] == Connection.class));
    }

    /** The variables that Camel puts into parameters. */
    static Set<String> variables(Method method) {
        return Arrays.stream(method.getParameters()).map(parameter -> parameter.getAnnotation(Variable.class)).filter(name -> name != null)
            .map(Variable::value).collect(Collectors.toSet());
    }

    /** Camel gives the body to the first parameter that asks for nothing else. */
    static boolean takesBody(Method method) {
        return Arrays.stream(method.getParameters()).anyMatch(BeanMethods::isBody);
    }

    /** It has a result, or may write one into the message. */
    static boolean makesBody(Method method) {
        return method.getReturnType() != void.class || Arrays.asList(method.getParameterTypes()).contains(Exchange.class);
    }

    private static boolean isBody(Parameter parameter) {
        return parameter.isAnnotationPresent(Body.class) || parameter.getAnnotations().length == 0 && parameter.getType() != Exchange.class;
    }
}
