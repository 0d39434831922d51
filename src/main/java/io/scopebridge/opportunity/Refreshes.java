package io.scopebridge.opportunity;

import io.scopebridge.connection.Connection;
import io.scopebridge.connection.Feature;
import io.scopebridge.identity.CrmIds;
import io.scopebridge.remote.OptionalRoutes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The opportunities that a refresh reads. */
@Component("refreshes")
public class Refreshes {

    private static final int LONGEST_ID = 40;

    private final Closing closings;
    private final OptionalRoutes optional;

    Refreshes(Closing closings, OptionalRoutes optional) {
        this.closings = closings;
        this.optional = optional;
    }

    /** Whether opportunities are read for the connection at all. */
    public boolean reads(Connection connection) {
        return connection.has(Feature.CRM) && optional.has(connection, "opportunities");
    }

    /** The id in the PSA that a CRM record names, as a list of one; empty when it names none or the connection reads no opportunities. */
    public List<String> readable(Connection connection, Map<String, Object> crmRecord) {
        String id = crmRecord.get("opportunityId") == null ? "" : CrmIds.inPsa(connection.id(), crmRecord.get("opportunityId").toString());
        return id.isBlank() || id.length() > LONGEST_ID || !reads(connection) ? List.of() : List.of(id);
    }

    /** The ids of the payload in pages: {@code opportunities}, or the one {@code opportunity} of a job from an earlier version. */
    public List<List<String>> pages(Map<String, Object> payload, int most) {
        Set<String> ids = new LinkedHashSet<>();
        if (payload.get("opportunity") != null) ids.add(payload.get("opportunity").toString());
        if (payload.get("opportunities") instanceof List<?> several) several.forEach(id -> ids.add(String.valueOf(id)));
        List<String> all = List.copyOf(ids);
        List<List<String>> pages = new ArrayList<>();
        for (int first = 0; first < all.size(); first += most) pages.add(all.subList(first, Math.min(all.size(), first + most)));
        return pages;
    }

    /** Those of a page of several that were not found, each as a list of one; empty for a page of one. */
    public List<List<String>> missing(Connection connection, PollCount poll, List<String> page) {
        return page.size() < 2 ? List.of() : closings.unseen(connection, poll, page).stream().map(List::of).toList();
    }
}
