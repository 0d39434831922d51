package io.scopebridge.address;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code scopebridge.proxy.*}.
 *
 * @param url      of the HTTP proxy for all outgoing calls; blank uses that of the JVM or the environment, {@code none} uses no proxy
 * @param username blank if the proxy requires none, or if the URL contains it
 * @param noProxy  hosts and networks that are called directly, written as in {@code NO_PROXY}
 */
@ConfigurationProperties("scopebridge.proxy")
record ProxySettings(@DefaultValue("") String url, @DefaultValue("") String username, @DefaultValue("") String password, @DefaultValue List<String> noProxy) {

    @Override
    public String toString() {
        return "ProxySettings";
    }
}
