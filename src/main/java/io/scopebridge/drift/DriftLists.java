package io.scopebridge.drift;

import io.scopebridge.connection.Connection;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.remote.AskedLists;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The lists that the mapping of a check asks for, by name. */
@Component("driftLists")
public class DriftLists {

    private final AskedLists lists;
    private final DriftShare share;

    DriftLists(AskedLists lists, DriftShare share) {
        this.lists = lists;
        this.share = share;
    }

    /** Before the first is read. */
    public Map<String, Object> none() {
        return Map.of();
    }

    /**
     * Those known and those asked for: rows, or null where nothing is at the path.
     *
     * @throws RemoteFailure if one cannot be read to its end
     */
    public Map<String, Object> read(Connection connection, String system, Map<String, Object> known, List<Map<String, Object>> asked) {
        Map<String, Object> read = new LinkedHashMap<>(known);
        for (Map<String, Object> list : asked) {
            String name = String.valueOf(list.get("name"));
            if (read.containsKey(name)) throw new RemoteFailure(Failure.of(FailureClass.BUG, "The mapping " + system + "/drift asks twice for the list " + name + ".", "Correct the mapping, then check again."));
            share.require(connection, system);
            read.put(name, lists.read(connection, system, list));
        }
        return read;
    }
}
