package io.scopebridge.console;

import io.scopebridge.ScopeBridge;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;

/** The whole hub on a free port with an empty database, practice routes and one user per role. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@AutoConfigureObservability(tracing = false)
@SpringBootTest(classes = {ScopeBridge.class, PracticeFailure.class}, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
    "spring.datasource.url=jdbc:h2:mem:console;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;QUERY_CACHE_SIZE=100;DB_CLOSE_DELAY=-1",
    "spring.jmx.enabled=true",
    "scopebridge.data=target/test-data/console-${scopebridge.fork:1}",
    "scopebridge.console.password=" + WebClient.PASSWORD_HASH,
    "scopebridge.console.users.olga.password=" + WebClient.PASSWORD_HASH,
    "scopebridge.console.users.olga.role=operator",
    "scopebridge.console.users.vera.password=" + WebClient.PASSWORD_HASH,
    "camel.main.routes-include-pattern=file:routes/**/*.camel.yaml,classpath:console-routes/*.camel.yaml"})
public @interface ConsoleHub {
}
