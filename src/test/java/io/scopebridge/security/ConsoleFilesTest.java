package io.scopebridge.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.console.ConsoleHub;
import io.scopebridge.console.WebClient;
import io.scopebridge.group.StartsHub;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What browsers keep of the console, and what they ask for again. */
@ConsoleHub
@StartsHub
class ConsoleFilesTest {

    private static final String HASHED = ".*\\.[0-9a-f]{8,}\\..+";

    @LocalServerPort
    int port;
    private WebClient viewer;

    @BeforeEach
    void logIn() throws Exception {
        viewer = WebClient.loggedIn(port, "vera");
    }

    /** A new version of Hawtio with other names would be kept although it changes. */
    @Test
    void everyFileThatIsKeptForGoodHasAHashInItsName() throws Exception {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:hawtio-static/static/*/*.*");
        List<String> names = Arrays.stream(files).map(Resource::getFilename).toList();

        assertThat(names).isNotEmpty().allMatch(name -> name.matches(HASHED));
        for (String name : names.stream().filter(each -> each.endsWith(".js")).limit(3).toList()) {
            assertThat(cacheControl("/actuator/hawtio/static/js/" + name)).as(name).contains("max-age=31536000", "private", "immutable").doesNotContain("no-");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/hawtio/", "/actuator/hawtio/index.html", "/actuator/hawtio/hawtconfig.json", "/actuator/hawtio/json.worker.js",
        "/actuator/hawtio/log", "/plugin/remoteEntry.js", "/console/pages.js", "/login"})
    void pagesAndFilesWithoutAHashAreAskedForAgain(String path) throws Exception {
        assertThat(cacheControl(path)).contains("no-cache").doesNotContain("immutable");
    }

    @Test
    void ourPagesAreSentOnlyIfTheyHaveChanged() throws Exception {
        HttpResponse<String> first = viewer.get("/console/pages.js");
        assertThat(first.body()).isNotEmpty();

        HttpResponse<String> again = viewer.get("/console/pages.js", "If-Modified-Since", first.headers().firstValue("Last-Modified").orElseThrow());
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void whatIsMissingIsNotKept() throws Exception {
        HttpResponse<String> missing = viewer.get("/actuator/hawtio/static/js/gone.12345678.chunk.js");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.headers().firstValue("Cache-Control").orElse("")).doesNotContain("immutable");
    }

    /** What is kept belongs to somebody who has logged in. */
    @Test
    void strangersGetNoFile() throws Exception {
        HttpResponse<String> refused = new WebClient(port).get("/actuator/hawtio/static/js/main.cbde73c6.js");
        assertThat(refused.statusCode()).isEqualTo(302);
        assertThat(refused.headers().firstValue("Cache-Control").orElse("")).doesNotContain("immutable");
    }

    private String cacheControl(String path) throws Exception {
        HttpResponse<String> answer = viewer.get(path, "Accept", "text/html,*/*");
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return String.join(", ", answer.headers().allValues("Cache-Control"));
    }
}
