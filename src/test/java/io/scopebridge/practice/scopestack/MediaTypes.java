package io.scopebridge.practice.scopestack;

import io.scopebridge.practice.Request;
import java.util.Arrays;
import java.util.Set;

/** Which media types may come in. */
final class MediaTypes {

    private MediaTypes() {
    }

    /** A write must name the JSON:API type without parameters. */
    static void check(Request request) {
        String accept = request.header("Accept").orElse("");
        if (Arrays.stream(accept.split(",")).map(type -> type.split(";")[0].trim()).noneMatch(Refusals.MEDIA_TYPE::equals))
            throw Refusals.notAcceptable(accept);
        String contentType = request.header("Content-Type").orElse("");
        if (Set.of("POST", "PATCH").contains(request.method()) && !contentType.trim().equals(Refusals.MEDIA_TYPE))
            throw Refusals.unsupportedMediaType(contentType);
    }
}
