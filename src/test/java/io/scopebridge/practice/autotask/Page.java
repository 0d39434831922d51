package io.scopebridge.practice.autotask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a page begins: behind a record id. What came before it is remembered in the URL for the way back.
 *
 * @param search the search of a query by GET, which its continuations carry along; else null
 */
record Page(long after, List<Long> before, String search) {

    static final long START = -1;

    static Page first(String search) {
        return new Page(START, List.of(), search);
    }

    static Page parse(String paging, String search) {
        try {
            JsonNode json = PracticeAutotask.read(paging);
            List<Long> before = new ArrayList<>();
            json.path("previousIds").forEach(id -> before.add(id.asLong()));
            return new Page(json.path("nextId").asLong(), before, search);
        } catch (JsonProcessingException e) {
            throw Errors.refused(Errors.unexpected(paging, "paging"));
        }
    }

    Page next(long lastId) {
        List<Long> more = new ArrayList<>(before);
        more.add(after);
        return new Page(lastId, more, search);
    }

    Page previous() {
        return new Page(before.get(before.size() - 1), before.subList(0, before.size() - 1), search);
    }

    String parameters(int size) {
        ObjectNode paging = PracticeAutotask.json().put("pageSize", size);
        before.forEach(paging.putArray("previousIds")::add);
        paging.put("nextId", after);
        return "?paging=" + encoded(paging.toString()) + (search == null ? "" : "&search=" + encoded(search));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
