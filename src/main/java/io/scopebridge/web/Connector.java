package io.scopebridge.web;

import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the container itself limits. */
@Configuration(proxyBeanMethods = false)
class Connector {

    /** After Spring Boot's customizer, so that the valve sees the address that a proxy names. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> boundedConnections(ServerProperties server, Slots unfinishedBodies) {
        Pattern proxies = Pattern.compile(server.getTomcat().getRemoteip().getInternalProxies());
        return factory -> {
            factory.setProtocol(BoundedConnections.class.getName());
            factory.addEngineValves(new UnreadBody(unfinishedBodies));
            factory.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof BoundedConnections bounded) bounded.proxies(proxies);
            });
        };
    }
}
