package io.scopebridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scopebridge.group.Fast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    void routesInAFolderAreLookedForInIt(@TempDir Path folder) throws IOException {
        Path real = Files.createDirectories(folder.resolve("elsewhere/flows")).getParent().toRealPath();
        Files.writeString(real.resolve("flows/own.camel.yaml"), "");
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);

        for (Path given : List.of(real, link)) assertThat(routeFiles("file:" + given)).isEqualTo("file:" + real + "/**/*.camel.yaml");
    }

    @Test
    void aFolderWithoutRoutesStopsTheStart(@TempDir Path folder) {
        assertThatThrownBy(() -> routeFiles("file:" + folder)).hasMessageContaining("scopebridge.routes: there is no file *.camel.yaml in " + folder);
        assertThatThrownBy(() -> routeFiles("file:" + folder.resolve("none"))).hasMessageContaining("scopebridge.routes: the folder " + folder.resolve("none") + " cannot be read");
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
