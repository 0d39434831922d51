package io.scopebridge;

import java.io.File;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Routes and mappings are taken from folders beside the jar, or where the hub was started, and from inside the jar otherwise. */
class HomeFolders implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        File home = new ApplicationHome(ScopeBridge.class).getDir();
        environment.getPropertySources().addLast(new MapPropertySource("home folders", Map.of(
            "scopebridge.routes", location("routes", home), "scopebridge.mappings", location("mappings", home),
            // H2 wants no relative paths.
            "scopebridge.data-path", new File(environment.getProperty("scopebridge.data", "data")).getAbsolutePath())));
    }

    private static String location(String folder, File home) {
        if (new File(folder).isDirectory()) return "file:" + folder;
        File beside = new File(home, folder);
        return beside.isDirectory() ? "file:" + beside : "classpath:" + folder;
    }
}
