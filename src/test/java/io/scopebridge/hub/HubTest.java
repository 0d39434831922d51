package io.scopebridge.hub;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** A test over real HTTP and a real database, shared by all tests that ask for no more than this. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = ConnectionsHub.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
    "server.address=127.0.0.1",
    "spring.datasource.url=jdbc:h2:mem:connections;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;QUERY_CACHE_SIZE=100;DB_CLOSE_DELAY=-1",
    "scopebridge.secret-key=c2NvcGVicmlkZ2UtdGVzdC1rZXktMzItYnl0ZXMhISE=",
    "scopebridge.routes=file:routes",
    // It stays open beside the hubs of other tests, whose console shows what stands under the same name.
    "camel.main.jmx-enabled=false",
    "camel.main.routes-include-pattern=file:routes/hub/webhooks.camel.yaml"})
public @interface HubTest {
}
