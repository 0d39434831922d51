package io.scopebridge.practice.autotask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Answer;
import io.scopebridge.practice.PracticeServer;
import io.scopebridge.practice.Request;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A stand-in for one Autotask tenant and the zone look-up that leads to it. It reads and writes the entities that the hub
 * needs, refuses what the real system refuses, and holds a fixed set of companies, people and opportunities from the start.
 */
public class PracticeAutotask extends PracticeServer {

    public static final String USER = "api@practice.example";
    public static final String SECRET = "practice-secret";
    public static final String INTEGRATION_CODE = "PRACTICECODE";

    private final Clock clock;
    private final Picklists picklists = new Picklists(records());
    private final Rights rights = new Rights(records());
    private final Set<String> alsoRequired = ConcurrentHashMap.newKeySet();
    private final Zone zone = new Zone(records());
    private final Threads threads = new Threads();
    private final HourlyThreshold hourly;
    private final Admission admission;
    private final Queries queries;

    public PracticeAutotask() {
        this(Clock.systemUTC());
    }

    /** The clock gives the times that are written into records and the hour of the threshold. */
    public PracticeAutotask(Clock clock) {
        this.clock = clock;
        hourly = new HourlyThreshold(clock);
        admission = new Admission(zone, threads, hourly);
        queries = new Queries(records(), rights, () -> url() + zone.path());
        PicklistFixture.fill(picklists);
        PeopleFixture.fill(records());
        CompanyFixture.fill(records());
        OpportunityFixture.fill(records());
        tenantRoutes();
        metadataRoutes(new Metadata(rights, picklists, alsoRequired));
        readRoutes();
        writeRoutes(new Writes(records(), rights, picklists, alsoRequired, clock));
        on("GET", "(?i)/(?:mvc|autotask)/.*", new WebPages(records())::page);
    }

    /** Moves the tenant to another zone: the path so far answers 401 from now on. Returns the new path. */
    public String moveZone() {
        return zone.move();
    }

    /** Takes rights on an entity away, all of them if none is named. */
    public void deny(String entity, Right... which) {
        rights.set(Entities.named(entity), 0, which);
    }

    public void allow(String entity, Right... which) {
        rights.set(Entities.named(entity), 1, which);
    }

    /** The tenant requires these fields too, such as {@code Projects.department}; none unless told. */
    public void alsoRequired(String... fields) {
        alsoRequired.clear();
        alsoRequired.addAll(Set.of(fields));
    }

    /** Queries give so many rows and say that there are no more, as behind a proxy that cuts answers; null gives all, as in the beginning. */
    public void cutTo(Integer rows) {
        queries.cutTo(rows);
    }

    /** Adds an active picklist value, or replaces the one with this value. */
    public void addPicklistValue(String entity, String field, String value, String label) {
        picklists.set(entity, field, value, label, true, false, false);
    }

    public void addInactivePicklistValue(String entity, String field, String value, String label) {
        picklists.set(entity, field, value, label, false, false, false);
    }

    public void removePicklistValue(String entity, String field, String value) {
        picklists.remove(entity, field, value);
    }

    /** External requests that the whole database may make in an hour; 10,000 unless told otherwise. */
    public void threshold(int callsPerHour) {
        hourly.threshold(callsPerHour);
    }

    /** Calls that other integrations are taken to have made in the running hour. */
    public void callsOfOthers(int count) {
        hourly.ofOthers(count);
    }

    public int callsInTheLastHour() {
        return hourly.used();
    }

    /** Requests that may be under way at once per entity; 3 unless told otherwise. */
    public void threadLimit(int requests) {
        threads.limit(requests);
    }

    /** The status of a refusal for too many threads; 500 unless told otherwise. */
    public void threadRefusalStatus(int status) {
        threads.status(status);
    }

    /** The most requests that were ever under way at once for the entity, refused ones included. */
    public int maxInFlight(String entity) {
        return threads.most(entity);
    }

    public void forgetMaxInFlight() {
        threads.forget();
    }

    /** The unknown operators that filters used and that were ignored, oldest first. */
    public List<String> ignoredOperators() {
        return queries.ignoredOperators();
    }

    public List<ObjectNode> opportunities() {
        return records().all("Opportunities");
    }

    public List<ObjectNode> projects() {
        return records().all("Projects");
    }

    public List<ObjectNode> phases() {
        return records().all("Phases");
    }

    public List<ObjectNode> tasks() {
        return records().all("Tasks");
    }

    public List<ObjectNode> tasksOf(long projectId) {
        return records().stream("Tasks").filter(task -> task.path("projectID").asLong() == projectId)
            .map(ObjectNode::deepCopy).toList();
    }

    public List<ObjectNode> phasesOf(long projectId) {
        return records().stream("Phases").filter(phase -> phase.path("projectID").asLong() == projectId)
            .map(ObjectNode::deepCopy).toList();
    }

    public ObjectNode opportunity(long id) {
        return records().find("Opportunities", id).orElseThrow();
    }

    /** Adds an opportunity as a person would, active in the clock's now. Returns its id. */
    public long addOpportunity(String title, long companyId, int status, int stage) {
        synchronized (records()) {
            long id = records().nextId("Opportunities", 5001);
            records().put("Opportunities", id, OpportunityFixture.opportunity(title, companyId, status, stage,
                clock.instant().truncatedTo(ChronoUnit.MILLIS)).put("id", id));
            return id;
        }
    }

    /** Changes a field as a person would: unchecked, and lastActivity moves to the clock's now. */
    public void changeOpportunity(long id, String field, Object value) {
        synchronized (records()) {
            ObjectNode changed = opportunity(id);
            changed.set(field, JSON.valueToTree(value));
            records().put("Opportunities", id,
                changed.put("lastActivity", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString()));
        }
    }

    public void removeOpportunity(long id) {
        records().remove("Opportunities", id);
    }

    @Override
    protected void admit(Request request) {
        admission.admit(request);
    }

    @Override
    protected void release(Request request) {
        threads.leave(request);
    }

    @Override
    protected Answer error(int status, String message) {
        return status == 404 || status == 405 ? Answer.of(status, Map.of("Message", message))
            : Errors.answer(status, List.of(message));
    }

    private void tenantRoutes() {
        on("GET", Zone.ANYWHERE + "/versioninformation", request -> Answer.of(200, Map.of("apiVersions", List.of("1.0"))));
        on("GET", api("zoneInformation"), this::zoneInformation);
        on("GET", api("Version"), request -> Answer.of(200,
            Map.of("majorVersion", "2026", "minorVersion", "3", "build", "2026.3.0.1", "customerType", "PRACTICE")));
        on("GET", api("Modules"), request -> Answer.of(200, Map.of("modules", List.of(
            Map.of("key", 1, "value", true), Map.of("key", 2, "value", true), Map.of("key", 3, "value", false)))));
        on("GET", api("ThresholdInformation"), request -> Answer.of(200, Map.of("externalRequestThreshold", hourly.threshold(),
            "requestThresholdTimeframe", 60, "currentTimeframeRequestCount", hourly.used())));
    }

    private void metadataRoutes(Metadata metadata) {
        String any = Entities.pattern(entity -> true);
        on("GET", api("EntityInformation"), request -> metadata.entities());
        on("GET", api(any + "/entityInformation"), request -> metadata.entity(entity(request)));
        on("GET", api(any + "/entityInformation/fields"), request -> metadata.fields(entity(request)));
        on("GET", api(any + "/entityInformation/userDefinedFields"), request -> metadata.userDefinedFields(entity(request)));
        String child = any + "/(\\d{1,18})/([a-z]+)/entityInformation";
        on("GET", api(child), request -> metadata.entity(child(request)));
        on("GET", api(child + "/fields"), request -> metadata.fields(child(request)));
        on("GET", api(child + "/userDefinedFields"), request -> metadata.userDefinedFields(child(request)));
    }

    private void readRoutes() {
        String any = Entities.pattern(entity -> true);
        for (String method : List.of("GET", "POST")) {
            on(method, api(any + "/query"), request -> queries.query(entity(request), request));
            on(method, api(any + "/query/count"), request -> queries.count(entity(request), request));
            on(method, api(any + "/query/next"), request -> queries.next(entity(request), request));
        }
        on("GET", api(any + "/(\\d{1,18})"), request -> queries.item(entity(request), request.id(1)));
        on("GET", api(any + "/(\\d{1,18})/([a-z]+)"), request -> queries.children(child(request), request.id(1), request));
        on("GET", api(any + "/(\\d{1,18})/([a-z]+)/(\\d{1,18})"),
            request -> queries.childItem(child(request), request.id(1), request.id(3)));
    }

    private void writeRoutes(Writes writes) {
        String creatable = Entities.pattern(entity -> !entity.writtenThroughParent() && entity.creatable());
        String updatable = Entities.pattern(entity -> !entity.writtenThroughParent() && entity.updatable());
        String parents = Entities.pattern(entity -> Entities.ALL.stream().anyMatch(child -> entity.name().equals(child.parent())));
        on("POST", api(creatable), request -> writes.create(entity(request), null, request));
        on("PATCH", api(updatable), request -> writes.patch(entity(request), null, request));
        on("POST", api(parents + "/(\\d{1,18})/([a-z]+)"), request -> writes.create(child(request), request.id(1), request));
        on("PATCH", api(parents + "/(\\d{1,18})/([a-z]+)"), request -> writes.patch(child(request), request.id(1), request));
    }

    private static String api(String path) {
        return Zone.ANYWHERE + "/V1\\.0/" + path;
    }

    private static Entity entity(Request request) {
        return Entities.named(request.groups().get(0));
    }

    private static Entity child(Request request) {
        return Entities.child(request.groups().get(0), request.groups().get(2))
            .orElseThrow(() -> Errors.framework(404, "No resource at " + request.path()));
    }

    private Answer zoneInformation(Request request) {
        String user = request.parameter("user").orElse("");
        if (!user.equalsIgnoreCase(USER)) throw Errors.refused("Zone information could not be determined for the user '" + user + "'.");
        return Answer.of(200, Map.of("zoneName", zone.name(), "url", url() + zone.path(), "webUrl", url() + "/", "ci", 123456));
    }

    static ObjectNode json() {
        return JSON.createObjectNode();
    }

    static JsonNode read(String text) throws JsonProcessingException {
        return JSON.readTree(text);
    }
}
