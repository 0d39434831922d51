package io.scopebridge;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Routes and mappings are read from folders next to the jar or in the working directory, or else from the jar itself. */
class HomeFolders implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        File home = new ApplicationHome(ScopeBridge.class).getDir();
        String routes = environment.getProperty("scopebridge.routes", location("routes", home));
        environment.getPropertySources().addLast(new MapPropertySource("home folders", Map.of(
            "scopebridge.routes", routes, "scopebridge.route-files", files(routes), "scopebridge.mappings", location("mappings", home),
            // H2 does not accept relative paths.
            "scopebridge.data-path", new File(environment.getProperty("scopebridge.data", "data")).getAbsolutePath())));
    }

    private static String location(String folder, File home) {
        if (holdsSomething(new File(folder))) return "file:" + folder;
        File beside = new File(home, folder);
        return holdsSomething(beside) ? "file:" + beside : "classpath:" + folder;
    }

    /** An empty folder, such as an empty mount, does not hide the routes in the jar. */
    private static boolean holdsSomething(File folder) {
        String[] names = folder.list();
        return names != null && names.length > 0;
    }

    /** Listed one by one if they are in the jar: in nested jars Camel does not find folders by a pattern. */
    private static String files(String routes) {
        if (routes.startsWith("file:")) return "file:" + withRoutes(Path.of(routes.substring("file:".length()))) + "/**/*.camel.yaml";
        if (!routes.startsWith("classpath:")) return routes + "/**/*.camel.yaml";
        String folder = routes.substring("classpath:".length());
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(routes + "/**/*.camel.yaml"))
                .map(file -> "classpath:" + pathFrom(folder, file)).sorted().collect(Collectors.joining(","));
        } catch (IOException e) {
            throw new UncheckedIOException("The routes in " + routes, e);
        }
    }

    /** Camel does not look into a folder that is a symbolic link, and a hub without routes would start and do nothing. */
    private static Path withRoutes(Path folder) {
        try {
            Path real = folder.toRealPath();
            try (Stream<Path> files = Files.walk(real)) {
                if (files.noneMatch(file -> file.toString().endsWith(".camel.yaml"))) throw new IllegalStateException("scopebridge.routes: there is no file *.camel.yaml in " + folder + ".");
            }
            return real;
        } catch (IOException e) {
            throw new IllegalStateException("scopebridge.routes: the folder " + folder + " cannot be read: " + e, e);
        }
    }

    private static String pathFrom(String folder, Resource file) {
        try {
            String url = file.getURL().toString();
            return url.substring(url.lastIndexOf("/" + folder + "/") + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
