package io.scopebridge.callback;

import io.scopebridge.connection.Connection;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The URL under which other systems reach this hub: {@code scopebridge.public-url}. */
@Component
class PublicAddress {

    private final Environment environment;

    PublicAddress(Environment environment) {
        this.environment = environment;
    }

    /** The callback URL for a connection; empty while the hub has no public URL. */
    Optional<String> callbacksOf(Connection connection) {
        return Optional.ofNullable(environment.getProperty("scopebridge.public-url")).map(String::strip).filter(url -> !url.isEmpty())
            .map(url -> url.replaceFirst("/+$", "") + "/callbacks/" + connection.system() + "/" + connection.id());
    }
}
