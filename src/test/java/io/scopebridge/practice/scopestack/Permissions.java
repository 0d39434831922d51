package io.scopebridge.practice.scopestack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Request;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the role of the service account may do with each type: view, create, manage; everything unless told. */
class Permissions {

    private static final List<String> ALL = List.of("view", "create", "manage");

    private final Set<String> denied = ConcurrentHashMap.newKeySet();

    void deny(String type, String... which) {
        for (String permission : which.length == 0 ? ALL.toArray(String[]::new) : which) denied.add(type + "/" + permission);
    }

    void allowAll() {
        denied.clear();
    }

    /** The type is the segment behind {@code /<slug>/v1/}. */
    void require(Request request) {
        String[] path = request.path().split("/");
        if (path.length < 4 || !path[2].equals("v1")) return;
        String permission = switch (request.method()) {
            case "GET" -> "view";
            case "POST" -> "create";
            default -> "manage";
        };
        if (denied.contains(path[3] + "/" + permission)) throw Refusals.forbidden("You are not authorized to " + permission + " " + path[3] + ".");
    }

    void show(String type, ObjectNode permissions) {
        ALL.forEach(permission -> permissions.put(permission, !denied.contains(type + "/" + permission)));
    }
}
