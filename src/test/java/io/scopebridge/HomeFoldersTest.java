package io.scopebridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

@Fast
class HomeFoldersTest {

    @Test
    void routesInsideTheJarAreNamedOneByOneWithTheirFolders() throws IOException {
        String[] named = routeFiles("classpath:routes").split(",");

        assertThat(named).containsExactlyInAnyOrderElementsOf(inTheFolder());
        assertThat(named).allSatisfy(file -> assertThat(getClass().getResource(file.replace("classpath:", "/"))).isNotNull());
    }

    @Test
    void routesInAFolderAreLookedForInIt() {
        assertThat(routeFiles("file:elsewhere")).isEqualTo("file:elsewhere/**/*.camel.yaml");
    }

    private static String routeFiles(String routes) {
        MockEnvironment environment = new MockEnvironment().withProperty("scopebridge.routes", routes);
        new HomeFolders().postProcessEnvironment(environment, new SpringApplication());
        return environment.getProperty("scopebridge.route-files");
    }

    private static List<String> inTheFolder() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("routes"))) {
            return files.filter(file -> file.toString().endsWith(".camel.yaml")).map(file -> "classpath:" + file).toList();
        }
    }
}
