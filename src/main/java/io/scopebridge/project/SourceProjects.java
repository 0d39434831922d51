package io.scopebridge.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.scopebridge.connection.Connection;
import io.scopebridge.remote.Routes;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.stereotype.Component;

/** A project as currently in ScopeStack. */
@Component("sourceProjects")
public class SourceProjects {

    private static final ObjectMapper SORTED = JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private final Routes routes;

    SourceProjects(Routes routes) {
        this.routes = routes;
    }

    /**
     * Reads all that a plan is made from. ScopeStack does not guarantee that a changed service counts as a change of its project.
     *
     * @throws io.scopebridge.failure.RemoteFailure if ScopeStack does not return it
     * @throws io.scopebridge.remote.NoAnswer       if ScopeStack cannot be reached
     */
    String markOf(Connection connection, String project) {
        var exchange = routes.send("direct:scopestack-bundle", connection, sent -> sent.setVariable("projectId", project));
        return mark(exchange.getMessage().getBody());
    }

    /** @param bundle the complete project, as {@code direct:scopestack-bundle} returns it */
    public String mark(Object bundle) {
        try {
            return DigestUtils.sha256Hex(SORTED.writeValueAsBytes(SORTED.convertValue(bundle, Object.class)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
