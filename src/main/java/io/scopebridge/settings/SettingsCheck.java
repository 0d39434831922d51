package io.scopebridge.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.PlaceholderResolutionException;
import org.springframework.util.unit.DataSize;

/** A setting that does not exist, or whose value cannot be used, ends the start by name, before anything is opened. */
class SettingsCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final String PREFIX = "scopebridge" + ".";

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");
    private static final String COMPUTED = "home folders";
    private static final String OF_THE_JAR = "class path resource [application.yaml]";
    private static final Pattern WITH_UNIT = Pattern.compile("0|\\+?\\d+(ns|us|ms|s|m|h|d)|[Pp].+");
    /** Of the script deploy/hub, and what Kubernetes sets for a service of this name. */
    private static final Pattern OF_OTHERS = Pattern.compile("SCOPEBRIDGE_(HEAP|PREPARE_PORT|SERVICE_.*|PORT|PORT_.*)");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        KnownSettings known = new KnownSettings();
        List<String> wrong = new ArrayList<>();
        List<EnumerablePropertySource<?>> sources = new ArrayList<>();
        for (PropertySource<?> source : environment.getPropertySources()) if (source instanceof EnumerablePropertySource<?> names) sources.add(names);
        sources.stream().filter(source -> source.getName().contains(OF_THE_JAR)).forEach(source -> List.of(source.getPropertyNames()).forEach(known::add));
        sources.stream().filter(source -> !source.getName().equals(COMPUTED)).forEach(source -> unknown(source, known, wrong));
        for (Setting setting : known.all()) refusal(setting, environment).ifPresent(refusal -> wrong.add(setting.name() + " " + refusal));
        if (!wrong.isEmpty()) throw new UnusableSettings(wrong);
    }

    /** Variables and system properties may be meant for something else on the machine. */
    private static void unknown(EnumerablePropertySource<?> source, KnownSettings known, List<String> wrong) {
        boolean variables = source.getName().equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        boolean shared = variables || source.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        Set<String> names = new TreeSet<>(List.of(source.getPropertyNames()));
        names.removeIf(name -> variables ? !name.startsWith("SCOPEBRIDGE_") || OF_OTHERS.matcher(name).matches() || known.knowsVariable(name) : !name.startsWith(PREFIX) || known.knows(name));
        for (String name : names) {
            if (shared) LOG.warn("{} is no setting of the hub and has no effect", name);
            else wrong.add(name + " is no setting of the hub." + meant(known.like(name)));
        }
    }

    private static String meant(List<String> like) {
        return like.isEmpty() ? "" : " Did you mean " + String.join(" or ", like) + "?";
    }

    /** What is wrong with the value; never the value of a text, which may be a secret. */
    private static Optional<String> refusal(Setting setting, ConfigurableEnvironment environment) {
        String value;
        try {
            value = setting.isMap() || setting.isList() ? null : environment.getProperty(setting.name());
        } catch (PlaceholderResolutionException e) {
            return Optional.of("refers to ${" + e.getPlaceholder() + "}, which is not set.");
        }
        if (value == null) return Optional.empty();
        return switch (setting.type()) {
            case "java.time.Duration" -> bound(setting, environment, Duration.class).filter(duration -> !duration.isNegative() && WITH_UNIT.matcher(value.strip()).matches()).isPresent()
                ? Optional.empty() : Optional.of("is '" + value + "'; it must be a duration with its unit, such as 500ms, 30s, 5m, 4h or 90d.");
            case "org.springframework.util.unit.DataSize" -> bound(setting, environment, DataSize.class).filter(size -> !size.isNegative()).isPresent()
                ? Optional.empty() : Optional.of("is '" + value + "'; it must be a size such as 512KB or 64MB.");
            case "java.lang.Boolean" -> bound(setting, environment, Boolean.class).isPresent() ? Optional.empty() : Optional.of("is '" + value + "'; it must be true or false.");
            case "java.lang.Long" -> bound(setting, environment, Long.class).filter(number -> isWithin(setting, number)).isPresent()
                ? Optional.empty() : Optional.of("is '" + value + "'; it must be a whole number " + range(setting) + ".");
            default -> Optional.empty();
        };
    }

    private static boolean isWithin(Setting setting, long number) {
        return number >= setting.minimum() && number <= (setting.maximum() == null ? Integer.MAX_VALUE : setting.maximum());
    }

    private static String range(Setting setting) {
        return setting.maximum() == null ? "of at least " + setting.minimum() : "from " + setting.minimum() + " to " + setting.maximum();
    }

    private static <T> Optional<T> bound(Setting setting, ConfigurableEnvironment environment, Class<T> type) {
        try {
            return Optional.ofNullable(Binder.get(environment).bind(setting.name(), Bindable.of(type)).orElse(null));
        } catch (BindException unreadable) {
            return Optional.empty();
        }
    }
}
