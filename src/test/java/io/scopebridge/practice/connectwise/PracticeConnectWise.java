package io.scopebridge.practice.connectwise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.scopebridge.practice.Answer;
import io.scopebridge.practice.PracticeServer;
import io.scopebridge.practice.Request;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A stand-in for ConnectWise Manage: company discovery and the part of its API that the hub uses.
 * It has companies 201.., opportunities 1001.., boards and people from the start, and no project.
 * Records hold what was written, also the write-only fields that the API never returns.
 */
public class PracticeConnectWise extends PracticeServer {

    public static final String COMPANY_ID = Admission.COMPANY;
    public static final String PUBLIC_KEY = Admission.PUBLIC_KEY;
    public static final String PRIVATE_KEY = Admission.PRIVATE_KEY;
    public static final String CLIENT_ID = Admission.CLIENT_ID;

    final List<String> unknown = new CopyOnWriteArrayList<>();
    final List<String> ignored = new CopyOnWriteArrayList<>();
    final List<Long> wholeForecastDeletes = new CopyOnWriteArrayList<>();
    final Settings settings = new Settings();
    final Rights rights = new Rights();
    private final Deliveries deliveries = new Deliveries(this);
    private final Admission admission = new Admission();
    private final Limits limits = new Limits();
    private volatile Clock clock = Clock.systemUTC();
    private volatile String release = "2025.1";
    private volatile Duration slowness = Duration.ZERO;

    public PracticeConnectWise() {
        Fixtures.lay(records());
        records().onChange(deliveries::tell);
        on("GET", "/login/companyinfo/([^/]+)", this::companyInfo);
        on("GET", Deliveries.KEY_PATH + "([^/]+)", deliveries::key);
        on("GET", WebPages.PATH, new WebPages(records())::page);
        Api api = new Api(this::on, rights);
        new SystemRoutes(this).register(api);
        new SalesRoutes(this).register(api);
        new ProjectRoutes(this).register(api);
    }

    /** Moves to another release, such as 2026.1: another code base, and the one before answers 404. */
    public PracticeConnectWise upgrade(String newRelease) {
        release = newRelease;
        List<String> known = new ArrayList<>(admission.versions());
        if (!known.contains(newRelease)) known.add(newRelease);
        admission.versions(known);
        return this;
    }

    public PracticeConnectWise upgrade() {
        return upgrade("2026.1");
    }

    /** The host that companyinfo names for the API, which then is there and no longer here; null for this one, which is the beginning. */
    public PracticeConnectWise apiAt(String siteUrl) {
        settings.siteUrl = siteUrl;
        settings.apiIsElsewhere = siteUrl != null;
        return this;
    }

    /** Whether calls to a former code base are answered 400 with a sentence, in place of 404; not unless told. */
    public PracticeConnectWise formerCodeBaseIs400(boolean badRequest) {
        settings.formerCodeBaseIs400 = badRequest;
        return this;
    }

    /** Whether wrong keys are answered 404, as by the cloud, in place of 401. */
    public PracticeConnectWise wrongKeysAre404(boolean notFound) {
        settings.wrongKeysAre404 = notFound;
        return this;
    }

    /** Whether {@code /system/info} answers without keys; sources disagree. */
    public PracticeConnectWise infoNeedsNoKeys(boolean open) {
        settings.infoNeedsNoKeys = open;
        return this;
    }

    /** What {@code _info.lastUpdated} of a change says; the system clock unless told. */
    public PracticeConnectWise clock(Clock other) {
        clock = other;
        return this;
    }

    /** More calls than this in any minute are answered 429. */
    public PracticeConnectWise callsPerMinute(int calls) {
        limits.perMinute(calls);
        return this;
    }

    /** More calls than this at the same time are answered 429. */
    public PracticeConnectWise callsAtOnce(int calls) {
        limits.atOnce(calls);
        return this;
    }

    /** Each call of the API takes at least this long, counted as in flight; unlike a latency fault, which waits before that. */
    public PracticeConnectWise answerAfter(Duration time) {
        slowness = time;
        return this;
    }

    /** The most calls that were being answered at the same time since the start or {@link #forgetMaxInFlight}. */
    public int maxInFlight() {
        return limits.maxInFlight();
    }

    public void forgetMaxInFlight() {
        limits.forgetMaxInFlight();
    }

    /** Takes a right away, for instance {@code deny("Project", "Project Tickets", "add")}. */
    public PracticeConnectWise deny(String module, String function, String action) {
        rights.set(module, function, action, "None");
        return this;
    }

    public PracticeConnectWise allow(String module, String function, String action) {
        rights.set(module, function, action, "All");
        return this;
    }

    /** Leaves a function out of what {@code /system/mySecurity} tells. */
    public PracticeConnectWise conceal(String module, String function) {
        rights.conceal(module, function);
        return this;
    }

    public PracticeConnectWise revealRights() {
        rights.reveal();
        return this;
    }

    /** Leaves only the rights that the published list asks for, and adding phases, of which that list is silent. */
    public PracticeConnectWise onlyPublishedRights() {
        rights.onlyPublished();
        return this;
    }

    /** No page holds more rows than this, however many were asked for; 1000 unless told. */
    public PracticeConnectWise largestPage(int rows) {
        settings.largestPage = rows;
        return this;
    }

    /** Whether forward-only pages have the header Link; they have unless told. */
    public PracticeConnectWise links(boolean shown) {
        settings.links = shown;
        return this;
    }

    /** Whether GET of a forecast answers one object; an array unless told. */
    public PracticeConnectWise forecastAsObject(boolean object) {
        settings.forecastAsObject = object;
        return this;
    }

    /** Whether a line can be posted to forecast 0; it can unless told. The forecast's own id always works. */
    public PracticeConnectWise forecastZero(boolean works) {
        settings.forecastZero = works;
        return this;
    }

    /** Whether the forecast of a closed opportunity refuses changes; it takes them unless told. */
    public PracticeConnectWise closedForecastsRefused(boolean refused) {
        settings.closedForecastsRefused = refused;
        return this;
    }

    /** Whether a change of the forecast counts as a change of its opportunity; it does not unless told. */
    public PracticeConnectWise forecastMovesOpportunity(boolean moves) {
        settings.forecastMovesOpportunity = moves;
        return this;
    }

    /** Whether a conversion bears the name of what was made, which may be any; else of its kind, as it does unless told. */
    public PracticeConnectWise conversionsNameTheirTarget(boolean theirs) {
        settings.conversionsNameTheirTarget = theirs;
        return this;
    }

    /** The body fields that no model has, as {@code ticket.colour}; they were ignored. */
    public List<String> unknownFields() {
        return List.copyOf(unknown);
    }

    /** The patches that were answered 200 without a change, as path and patch path. */
    public List<String> ignoredPatches() {
        return List.copyOf(ignored);
    }

    /** The opportunities whose whole forecast somebody deleted. */
    public List<Long> wholeForecastDeletes() {
        return List.copyOf(wholeForecastDeletes);
    }

    public List<ObjectNode> projects() {
        return records().all("projects");
    }

    public List<ObjectNode> phases() {
        return records().all("phases");
    }

    public List<ObjectNode> tickets() {
        return records().all("tickets");
    }

    public List<ObjectNode> ticketsOf(long projectId) {
        return records().stream("tickets").filter(ticket -> ticket.path("project").path("id").asLong() == projectId)
            .map(ObjectNode::deepCopy).toList();
    }

    public List<ObjectNode> tasks() {
        return records().all("tasks");
    }

    public List<ObjectNode> opportunities() {
        return records().all("opportunities");
    }

    public List<ObjectNode> forecastItems() {
        return records().all("forecastItems");
    }

    public List<ObjectNode> orders() {
        return records().all("orders");
    }

    /**
     * Sets a field unchecked, as a person would in the user interface, and moves lastUpdated to the clock.
     * A reference needs its id only.
     */
    public ObjectNode changeOpportunity(long id, String field, JsonNode value) {
        ObjectNode opportunity = records().find("opportunities", id).orElseThrow();
        Field known = Models.OPPORTUNITY.fields().get(field);
        boolean reference = known != null && known.target() != null && value.isObject();
        opportunity.set(field, !reference ? value
            : References.shown(known.target(), records().find(known.target(), value.path("id").asLong()).orElseThrow()));
        return store("opportunities", opportunity).deepCopy();
    }

    public ObjectNode changeOpportunity(long id, String field, String text) {
        return changeOpportunity(id, field, TextNode.valueOf(text));
    }

    /** Adds an open opportunity in its first stage, updated now. */
    public ObjectNode addOpportunity(String name, long companyId) {
        ObjectNode company = records().find("companies", companyId).orElseThrow();
        synchronized (records()) {
            ObjectNode made = OpportunityFixtures.opportunity(records(), records().nextId("opportunities", 1001), name, company);
            return store("opportunities", made).deepCopy();
        }
    }

    public boolean removeOpportunity(long id) {
        return records().remove("opportunities", id);
    }

    /** A callback as it was sent, with the status of the answer; 0 when there was none in time. */
    public record Delivered(String url, String body, int status) {
    }

    /** What was sent to those who registered callbacks, each try of its own. */
    public List<Delivered> delivered() {
        return deliveries.delivered();
    }

    public List<ObjectNode> callbacks() {
        return records().all("callbacks");
    }

    /** The value of x-content-signature for a body. */
    public String callbackSignature(String body) {
        return deliveries.signature(body);
    }

    /** From now on callbacks are signed with another key at another address. */
    public void useAnotherCallbackKey() {
        deliveries.useAnotherKey();
    }

    /** Where the key is that callbacks are signed with. */
    public String callbackKeyUrl() {
        return deliveries.keyUrl();
    }

    @Override
    protected void admit(Request request) {
        limits.enter();
        if (request.path().startsWith("/login/") || request.path().equals(WebPages.PATH)) return;
        String codeBase = request.path().split("/", 3)[1];
        boolean nothingHere = settings.apiIsElsewhere || settings.wrongKeysAre404 && !admission.knows(request) && !needsNoKeys(request);
        if (nothingHere) throw Errors.refusal(404, "No resource at " + request.path());
        if (!codeBase.equals("v4_6_release") && !(codeBase + "/").equals(codeBase())) {
            if (settings.formerCodeBaseIs400) throw Errors.refusal(400, "Cannot route. Codebase/company is invalid");
            throw Errors.refusal(404, "No resource at " + request.path());
        }
        limits.check();
        if (!needsNoKeys(request)) admission.check(request);
        try {
            Thread.sleep(slowness.toMillis());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean needsNoKeys(Request request) {
        return settings.infoNeedsNoKeys && request.path().endsWith("/system/info");
    }

    @Override
    protected void release(Request request) {
        limits.leave();
    }

    @Override
    protected Answer error(int status, String message) {
        return Errors.answer(status, message);
    }

    ObjectNode store(String type, ObjectNode record) {
        record.withObjectProperty("_info").put("lastUpdated", now()).put("updatedBy", apiMember());
        return records().put(type, record.get("id").asLong(), record);
    }

    String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    String apiMember() {
        return "ScopeAPI";
    }

    String versionCode() {
        return "v" + release;
    }

    /** The address below which the links in answers point. */
    String root() {
        return url() + "/" + codeBase() + "apis/3.0";
    }

    private String codeBase() {
        return versionCode().replace('.', '_') + "/";
    }

    private Answer companyInfo(Request request) {
        if (!request.groups().get(0).equals(COMPANY_ID)) return Answer.of(200, "null");
        return Answer.of(200, Errors.object().put("CompanyName", "Practice MSP").put("Codebase", codeBase())
            .put("VersionCode", versionCode()).put("VersionNumber", "v4.6.00000").put("CompanyID", COMPANY_ID)
            .put("IsCloud", true).put("SiteUrl", settings.siteUrl == null ? url().replace("http://", "") : settings.siteUrl));
    }
}
