package io.scopebridge.alert;

import java.net.URI;

/** A delivery that this node has claimed, with its target. */
public record Sending(Delivery delivery, Target target) {

    /** For the route: the name of the channel. */
    public String channel() {
        return target.channel().id();
    }

    /** Scheme, host and port; path and query may be secret, and are no part of an endpoint. */
    public String baseUrl() {
        URI url = url();
        return url.getScheme() + "://" + url.getRawAuthority();
    }

    URI url() {
        return URI.create(target.secrets().getOrDefault(Target.URL, ""));
    }
}
