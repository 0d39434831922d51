package io.scopebridge.practice.scopestack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Answer;
import io.scopebridge.practice.PracticeServer;
import io.scopebridge.practice.Refusal;
import io.scopebridge.practice.Request;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A stand-in for the ScopeStack API and its token endpoint, with two accounts that hold the same projects:
 * ids 90001 and up in {@value #AUTOTASK_SLUG}, 95001 and up in {@value #CONNECTWISE_SLUG}.
 * The lists of rows that its methods return are JSON:API resource objects with all linkage, lowest id first.
 */
public class PracticeScopeStack extends PracticeServer {

    public static final String AUTOTASK_SLUG = "practice-autotask";
    public static final String CONNECTWISE_SLUG = "practice-connectwise";

    private static final String LIST = "/([^/]+)/v1/([a-z-]+)";
    private static final String ONE = LIST + "/([^/]+)";

    private volatile Clock clock = Clock.systemUTC();
    private final Tokens tokens = new Tokens(this::now);
    private final Rows rows = new Rows(records(), this::now);
    private final Projects projects = new Projects(rows);
    private final Totals totals = new Totals(rows);
    private final Permissions permissions = new Permissions();
    private final Readings readings = new Readings();
    private final Reads reads = new Reads(rows, permissions, this::url, readings);

    public PracticeScopeStack() {
        Seed.layInto(records());
        Writes writes = new Writes(rows, reads, projects);
        MergeData mergeData = new MergeData(rows, reads);
        on("POST", "/oauth/token", tokens::issue);
        on("GET", "/v1/me", this::me);
        on("GET", "/([^/]+)/v1/(projects)/([^/]+)/merge-data", mergeData::of);
        on("GET", LIST, reads::list);
        on("GET", ONE, reads::one);
        on("GET", ONE + "/relationships/([a-z-]+)", reads::linkage);
        on("GET", ONE + "/([a-z-]+)", reads::related);
        on("POST", "/([^/]+)/v1/(clients|crm-opportunities)", oneAtATime(writes::create));
        on("PATCH", "/([^/]+)/v1/(projects|clients|crm-opportunities)/([^/]+)", oneAtATime(writes::patch));
        on("DELETE", "/([^/]+)/v1/(crm-opportunities)/([^/]+)", oneAtATime(writes::delete));
    }

    /** How long tokens issued from now on live. */
    public void tokenLife(Duration life) {
        tokens.life(life);
    }

    /** Whether a new token ends the former ones of its client. */
    public void oneTokenPerClient(boolean one) {
        tokens.onePerClient(one);
    }

    /** Makes every token unknown, so that it is answered with 401. */
    public void revokeTokens() {
        tokens.revokeAll();
    }

    /** Takes view, create or manage of a type such as {@code crm-opportunities} away, all of them if none is named. */
    public void deny(String type, String... which) {
        permissions.deny(type, which);
    }

    /** No page holds more rows than this, however many were asked for; 250 unless told. */
    public PracticeScopeStack largestPage(int rows) {
        readings.largestPage = rows;
        return this;
    }

    /** Whether lists have {@code meta} with the counts of rows and pages; they have unless told. */
    public PracticeScopeStack counts(boolean shown) {
        readings.counts = shown;
        return this;
    }

    /** Whether lists link to the next page, beside the first and the last; they do unless told. */
    public PracticeScopeStack nextLinks(boolean shown) {
        readings.nextLinks = shown;
        return this;
    }

    /** Whether {@code include} is taken and does nothing; it works unless told. */
    public PracticeScopeStack includeIgnored(boolean ignored) {
        readings.includeIgnored = ignored;
        return this;
    }

    /** Refuses these names in {@code include} with 400; none unless told. */
    public PracticeScopeStack includesRefused(String... names) {
        readings.includesRefused = Set.of(names);
        return this;
    }

    /** Refuses filters of these names, such as {@code updated-at.after}, with 400; none unless told. */
    public PracticeScopeStack filtersRefused(String... names) {
        readings.filtersRefused = Set.of(names);
        return this;
    }

    /** Leaves rows of these types out of {@code included}, although they are linked; none unless told. */
    public PracticeScopeStack notIncluded(String... types) {
        readings.notIncluded = Set.of(types);
        return this;
    }

    /**
     * From now on the account is found under another slug.
     *
     * @param former what calls under the former slug are answered with: 301 with the new address, 403 or 404
     */
    public void rename(String slug, String to, int former) {
        readings.formerSlug = former;
        readings.renamed = slug.equals(to) ? Map.of() : Map.of(slug, to);
    }

    public void allowAll() {
        permissions.allowAll();
    }

    public void clock(Clock clock) {
        this.clock = clock;
    }

    /** Sets the status approved, and stamps approved-at and updated-at unless it was approved already. */
    public void approve(long projectId) {
        setStatus(projectId, "approved");
    }

    /**
     * Sets any status, with the stamps that belong to it; back to building takes submitted-at and approved-at away.
     *
     * @throws IllegalArgumentException if the project or the status is not known
     */
    public synchronized void setStatus(long projectId, String status) {
        projects.status(projectId, status);
    }

    /**
     * Links the project with the opportunity that the PSA knows by this id, as a person does on its overview; null takes the link away.
     *
     * @throws IllegalArgumentException if the project or the opportunity is not known
     */
    public synchronized void link(long projectId, String opportunityId) {
        Row project = rows.find(Types.PROJECTS, projectId).orElseThrow(() -> new IllegalArgumentException("No project " + projectId));
        projects.link(project, opportunityId == null ? null : rows.stream(Types.OPPORTUNITIES, Account.withNumber(project.account()))
            .filter(row -> row.text("opportunity-id").equals(opportunityId)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("No opportunity " + opportunityId)).id());
    }

    /**
     * Adds a professional service of quantity 1, at the rate of the project's first resource, without touching the
     * project's updated-at.
     *
     * @param phaseId null for a service without a phase
     * @return the id of the service
     */
    public synchronized long addService(long projectId, Long phaseId, String name, double hours) {
        Row project = rows.find(Types.PROJECTS, projectId)
            .orElseThrow(() -> new IllegalArgumentException("No project " + projectId));
        long service = new ProjectDraft(rows, project).service(phaseId, name, 1, Money.text(BigDecimal.valueOf(hours))).id();
        totals.settle(projectId);
        return service;
    }

    /** Adds many professional services as {@link #addService} does one, without a phase. */
    public synchronized void addServices(long projectId, int many, double hours) {
        ProjectDraft draft = new ProjectDraft(rows, rows.find(Types.PROJECTS, projectId).orElseThrow());
        for (int number = 1; number <= many; number++) draft.service(null, "Service " + number, 1, Money.text(BigDecimal.valueOf(hours)));
        totals.settle(projectId);
    }

    /** Makes the project "Campus network" one of ten phases with 50 services of three subservices each. */
    public synchronized void growCampusNetwork(long projectId) {
        Row project = rows.find(Types.PROJECTS, projectId).orElseThrow();
        CampusNetwork.grow(new ProjectDraft(rows, project), rows.pointingTo(project, "project-phases", "project").toList());
    }

    /** Gives a service another name, without touching the project's updated-at. */
    public synchronized void renameService(long service, String name) {
        Row row = rows.find(Types.SERVICES, service).orElseThrow();
        row.attributes().put("name", name);
        rows.save(row);
    }

    /** Takes a service with its sub-services out of its project, without touching the project's updated-at. */
    public synchronized void removeService(long service) {
        Row row = rows.find(Types.SERVICES, service).orElseThrow();
        rows.pointingTo(row, "project-subservices", "project-service").toList().forEach(rows::remove);
        rows.remove(row);
        totals.settle(row.link("project"));
    }

    public List<ObjectNode> projects(String slug) {
        return all(slug, Types.PROJECTS);
    }

    public List<ObjectNode> clients(String slug) {
        return all(slug, Types.CLIENTS);
    }

    public List<ObjectNode> crmOpportunities(String slug) {
        return all(slug, Types.OPPORTUNITIES);
    }

    /** All rows of any type that is served, such as {@code project-services}. */
    public List<ObjectNode> all(String slug, String type) {
        return all(slug, Types.of(type));
    }

    @Override
    protected Request arrived(Request request) {
        for (var renamed : readings.renamed.entrySet()) {
            if (request.path().startsWith("/" + renamed.getValue() + "/")) return request.at(request.path().replace("/" + renamed.getValue() + "/", "/" + renamed.getKey() + "/"));
            if (!request.path().startsWith("/" + renamed.getKey() + "/")) continue;
            Answer answer = error(readings.formerSlug, "There is no account " + renamed.getKey() + ".");
            throw new Refusal(readings.formerSlug != 301 ? answer
                : answer.with("Location", url() + request.path().replace("/" + renamed.getKey() + "/", "/" + renamed.getValue() + "/")));
        }
        return request;
    }

    @Override
    protected void admit(Request request) {
        if (request.path().equals("/oauth/token")) return;
        Account account = tokens.account(request).orElseThrow(Refusals::unauthorized);
        String slug = request.path().substring(1).split("/")[0];
        if (!slug.equals("v1") && !slug.equals(account.slug()))
            throw Refusals.forbidden("The user has no access to the account " + slug + ".");
        MediaTypes.check(request);
        permissions.require(request);
    }

    @Override
    protected Answer error(int status, String message) {
        return Refusals.answer(status, "" + status, message, message);
    }

    private Instant now() {
        return clock.instant();
    }

    private Function<Request, Answer> oneAtATime(Function<Request, Answer> write) {
        return request -> {
            synchronized (this) {
                return write.apply(request);
            }
        };
    }

    private List<ObjectNode> all(String slug, ResourceType type) {
        Documents documents = reads.documents(Account.withSlug(slug));
        return rows.stream(type, Account.withSlug(slug))
            .map(row -> documents.resource(row, Includes.everyRelationship(type))).toList();
    }

    private Answer me(Request request) {
        Account account = tokens.account(request).orElseThrow(Refusals::unauthorized);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode data = body.putObject("data").put("id", "" + (4711 + account.offset())).put("type", "mes");
        data.putObject("links").put("self", url() + "/v1/mes");
        ObjectNode attributes = data.putObject("attributes")
            .put("name", "Hub Service Account").put("title", "").put("email", "hub@practice.example").put("phone", "")
            .put("account-id", account.number()).put("account-slug", readings.renamed.getOrDefault(account.slug(), account.slug()));
        var privileges = attributes.putArray("privileges");
        for (String area : List.of("projects.overview", "projects.services", "projects.psa"))
            privileges.addObject().put("privilege", area).put("access-level", "manage");
        attributes.put("uuid", "00000000-0000-4000-8000-00000000" + account.number()).put("site-admin", false);
        return Reads.ok(body);
    }
}
