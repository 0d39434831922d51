package io.scopebridge.practice.autotask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.group.StartsServer;
import io.scopebridge.practice.Fault;
import io.scopebridge.practice.autotask.Caller.Said;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@StartsServer
class PracticeAutotaskTest {

    private static final String ALL = "[{'op':'gte','field':'id','value':0}]";
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private PracticeAutotask server;
    private Caller api;

    @BeforeEach
    void start() {
        server = started();
        api = new Caller(server.url() + "/ATServicesRest/V1.0/");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static PracticeAutotask started() {
        var server = new PracticeAutotask(Clock.fixed(NOW, ZoneOffset.UTC));
        server.start(0);
        return server;
    }

    @Test
    void theLookUpLeadsAKnownUserToTheZone() {
        api.headers.clear();
        Said zone = api.get(server.url() + "/atservicesrest/v1.0/zoneInformation?user=api%40practice.example");
        assertThat(zone.json().path("url").asText()).isEqualTo(server.url() + "/ATServicesRest/");
        assertThat(api.get(server.url() + "/atservicesrest/versioninformation").json().at("/apiVersions/0").asText()).isEqualTo("1.0");
        Said unknown = api.get(server.url() + "/atservicesrest/v1.0/zoneInformation?user=nobody");
        assertThat(unknown.status()).isEqualTo(500);
        assertThat(unknown.json().path("errors").isArray()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"UserName", "Secret", "ApiIntegrationCode"})
    void eachOfTheThreeHeadersMustBeRight(String header) {
        assertThat(api.get("version").status()).isEqualTo(200);
        api.headers.put(header, "wrong");
        assertThat(api.get("Version").status()).isEqualTo(401);
        api.headers.remove(header);
        assertThat(api.get("Version").status()).isEqualTo(401);
    }

    @Test
    void aMovedZoneIsRefusedAtItsOldPathAndFoundThroughTheLookUp() {
        assertThat(server.moveZone()).isEqualTo("/zone2/ATServicesRest/");
        assertThat(api.get("Opportunities/5561").status()).isEqualTo(401);
        Said zone = api.get(server.url() + "/atservicesrest/v1.0/zoneInformation?user=" + PracticeAutotask.USER);
        api.base = zone.json().path("url").asText() + "V1.0/";
        assertThat(api.base).startsWith(server.url() + "/zone2/");
        assertThat(api.get("Opportunities/5561").json().at("/item/title").asText()).isEqualTo("Firewall refresh");
        assertThat(api.query("Opportunities", ALL).json().at("/pageDetails/nextPageUrl").asText()).startsWith(api.base);
    }

    @Test
    void pagesLeadThroughAllRecordsOnceAndBack() {
        List<Long> seen = new ArrayList<>();
        Said page = api.query("Opportunities", ALL);
        Said second = null;
        for (int n = 1; ; n++) {
            page.json().path("items").forEach(item -> seen.add(item.path("id").asLong()));
            String next = page.json().at("/pageDetails/nextPageUrl").asText(null);
            if (next == null || next.equals("null")) break;
            assertThat(api.get(next).status()).isEqualTo(405);
            assertThat(api.get(next).json().path("Message").asText()).isNotBlank();
            page = api.post(next, "{'filter':" + ALL + "}");
            if (n == 1) second = page;
        }
        assertThat(seen).hasSize(1250).doesNotHaveDuplicates().isSorted();
        assertThat(page.json().path("pageDetails").path("count").asInt()).isEqualTo(250);
        assertThat(page.json().path("pageDetails").path("requestCount").asInt()).isEqualTo(500);
        Said back = api.post(second.json().at("/pageDetails/prevPageUrl").asText(), "{'filter':" + ALL + "}");
        assertThat(back.json().at("/items/0/id").asLong()).isEqualTo(5001);
        assertThat(api.post("Opportunities/query/count", "{'filter':" + ALL + "}").json().path("queryCount").asInt()).isEqualTo(1250);
    }

    @Test
    void aQueryByGetIsContinuedByGetAndMayNotGrowTooLong() {
        String search = Page.encoded(("{'filter':" + ALL + ",'MaxRecords':100}").replace('\'', '"'));
        Said first = api.get("Opportunities/query?search=" + search);
        String next = first.json().at("/pageDetails/nextPageUrl").asText();
        assertThat(api.get(next).json().at("/items/0/id").asLong()).isEqualTo(5101);
        assertThat(api.post(next, "{'filter':" + ALL + "}").status()).isEqualTo(405);
        String ids = IntStream.range(5001, 5401).mapToObj(String::valueOf).collect(Collectors.joining(","));
        String tooLong = "{\"filter\":[{\"op\":\"in\",\"field\":\"id\",\"value\":[" + ids + "]}]}";
        assertThat(api.get("Opportunities/query?search=" + Page.encoded(tooLong)).status()).isEqualTo(404);
        assertThat(api.post("Opportunities/query", tooLong).json().path("items")).hasSize(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {'op':'eq','field':'id','value':5561} | 1
        {'op':'eq','field':'title','value':'FIREWALL refresh'} | 1
        {'op':'noteq','field':'id','value':5561} | 1249
        {'op':'gt','field':'id','value':6248} | 2
        {'op':'gte','field':'id','value':6248} | 3
        {'op':'lt','field':'id','value':5003} | 2
        {'op':'lte','field':'id','value':5003} | 3
        {'op':'beginsWith','field':'title','value':'office move'} | 1
        {'op':'endsWith','field':'title','value':'CENTRE EXIT'} | 1
        {'op':'contains','field':'title','value':'move, ph'} | 1
        {'op':'in','field':'id','value':[5561,5562,99]} | 2
        {'op':'notIn','field':'id','value':[5561,5562,99]} | 1248
        {'op':'exist','field':'throughDate'} | 0
        {'op':'notExist','field':'throughDate'} | 1250
        {'op':'and','items':[{'op':'gte','field':'id','value':5561},{'op':'lt','field':'id','value':5564}]} | 3
        {'op':'or','items':[{'op':'eq','field':'id','value':5001},{'op':'and','items':[{'op':'gt','field':'id','value':6240},{'op':'lt','field':'id','value':6243}]}]} | 3
        {'op':'gt','field':'lastActivity','value':'2026-11-01T00:00:00Z'} | 0
        {'op':'lte','field':'lastActivity','value':'2026-11-01'} | 1250
        {'op':'eq','field':'useQuoteTotals','value':true} | 32
        """)
    void everyOperatorSelectsWhatItSays(String condition, int count) {
        Said counted = api.post("Opportunities/query/count", "{'filter':[" + condition + "]}");
        assertThat(counted.json().path("queryCount").asInt(-1)).isEqualTo(count);
        assertThat(server.ignoredOperators()).isEmpty();
    }

    @Test
    void theWordsOfAStatusAndStageFilterSelectTheSameAsALookAtTheRecords() {
        String filter = "[{'op':'in','field':'status','value':[1]},{'op':'in','field':'stage','value':[14,15]},"
            + "{'op':'gte','field':'lastActivity','value':'2026-08-01T00:00:00Z'}]";
        List<Long> found = new ArrayList<>();
        api.query("Opportunities", filter).json().path("items").forEach(item -> found.add(item.path("id").asLong()));
        assertThat(found).isNotEmpty().containsExactlyElementsOf(server.opportunities().stream()
            .filter(o -> o.path("status").asInt() == 1 && List.of(14, 15).contains(o.path("stage").asInt()))
            .filter(o -> o.path("lastActivity").asText().compareTo("2026-08-01") >= 0).map(o -> o.path("id").asLong()).toList());
    }

    @Test
    void anUnknownOperatorSelectsEverythingAndIsNoted() {
        assertThat(api.query("Opportunities", "[{'op':'ne','field':'id','value':5561}]").json().path("items")).hasSize(500);
        assertThat(server.ignoredOperators()).containsExactly("ne");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        Opportunities | {'filter':[{'op':'eq','field':'lastActivityDate','value':1}]} | Unable to find lastActivityDate in the Opportunity Entity.
        Opportunities | {'filter':[{'op':'eq','field':'id','value':1}],'IncludeFields':['id','name']} | Unable to find name in the Opportunity Entity.
        Opportunities | {'MaxRecords':10} | filter
        Opportunities | {'filter':[]} | filter
        Opportunities | {'filter':[{'op':'eq','field':'id','value':1}],'MaxRecords':501} | between 1 and 500
        Opportunities | {'filter':[{'op':'eq','field':'status','value':'Active'}]} | Conversion failed when converting
        Contacts | {'filter':[{'op':'eq','field':'isActive','value':true}]} | Conversion failed when converting
        Tasks | {'filter':[{'op':'eq','field':'remainingHours','value':1}]} | remainingHours
        Projects | {'filter':[{'op':'eq','field':'extProjectType','value':1}]} | extProjectType
        Projects | not json | Unexpected character encountered while parsing value
        """)
    void aWrongQueryIsRefused(String entity, String query, String words) {
        Said refused = api.post(entity + "/query", query);
        assertThat(refused.status()).isEqualTo(500);
        assertThat(refused.error()).contains(words);
    }

    @Test
    void aListOfMoreThan500ValuesIsRefused() {
        String ids = IntStream.rangeClosed(1, 501).mapToObj(String::valueOf).collect(Collectors.joining(","));
        Said refused = api.query("Companies", "[{'op':'in','field':'id','value':[" + ids + "]}]");
        assertThat(refused.status()).isEqualTo(500);
        assertThat(refused.error()).contains("limited to 500 or fewer 'OR' conditions");
    }

    @Test
    void onlyIncludedFieldsComeAndAMissingRecordIsNull() {
        Said rows = api.post("Opportunities/query",
            "{'filter':[{'op':'eq','field':'id','value':5561}],'includeFields':['id','title']}");
        assertThat(rows.json().at("/items/0").size()).isEqualTo(2);
        Said missing = api.get("Opportunities/1");
        assertThat(missing.status()).isEqualTo(200);
        assertThat(missing.json().path("item").isNull()).isTrue();
        assertThat(api.get("opportunities/5561").json().path("item").has("throughDate")).isTrue();
    }

    @Test
    void aProjectWithPhasesAndTasksIsHeldAndRollsUp() {
        long project = createProject();
        Said phase = api.post("Projects/" + project + "/Phases", "{'projectID':" + project
            + ",'title':'Discovery','startDate':'2027-01-04T15:30:00Z','dueDate':'2027-01-15T09:00:00Z','externalID':'hub:ph-1'}");
        api.post("Projects/" + project + "/Tasks", task(project, "'phaseID':" + phase.itemId() + ",'estimatedHours':6.5,'parentTaskID':1"));
        api.post("Projects/" + project + "/Tasks", task(project, "'estimatedHours':2,'externalID':'hub:svc-2'"));

        assertThat(server.projects()).extracting(p -> p.path("projectName").asText()).containsExactly("Branch network refresh");
        assertThat(server.phases()).extracting(p -> p.path("startDate").asText()).containsExactly("2027-01-04T00:00:00Z");
        assertThat(server.tasksOf(project)).hasSize(2).noneMatch(task -> task.has("parentTaskID"));
        JsonNode held = api.get("Projects/" + project).json().path("item");
        assertThat(held.path("estimatedTime").asDouble()).isEqualTo(8.5);
        assertThat(held.path("endDateTime").asText()).isEqualTo("2027-02-26T00:00:00Z");
        assertThat(api.get("Projects/" + project + "/Phases").json().at("/items/0/estimatedHours").asDouble()).isEqualTo(6.5);
        assertThat(api.query("Tasks", "[{'op':'eq','field':'projectID','value':" + project + "},"
            + "{'op':'eq','field':'externalID','value':'hub:svc-2'}]").json().path("items")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        'projectName':null | Missing Required Field: projectName
        'projectType':null | does not reference an existing entity for projectType
        'companyID':176 | Reference value on field: companyID of type: Company does not exist or is invalid
        'companyID':4711 | does not reference an existing entity for companyID
        'opportunityID':4711 | does not reference an existing entity for opportunityID
        'status':3 | does not reference an existing entity for status
        'status':9 | does not reference an existing entity for status
        'status':'New' | Conversion failed when converting
        'status':true | Unexpected character encountered while parsing value
        'projectType':8 | Baseline
        'estimatedTime':5 | estimatedTime
        'endDateTime':'2027-01-03T00:00:00Z' | endDateTime
        'startDateTime':'soon' | Conversion failed when converting
        'extProjectNumber':'123456789012345678901234567890123456789012345678901' | extProjectNumber must be a string with a maximum length of 50
        'projectLeadResourceID':29682889 | Reference value on field: projectLeadResourceID of type: Resource
        """)
    void aWrongProjectIsRefusedAndNotHeld(String property, String words) {
        Said refused = api.post("Projects", project(property));
        assertThat(refused.status()).isEqualTo(500);
        assertThat(refused.error()).contains(words);
        assertThat(server.projects()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        'taskType':null | does not reference an existing entity for taskType
        'priorityLabel':4 | does not reference an existing entity for priorityLabel
        'phaseID':999 | does not reference an existing entity for phaseID
        'projectID':999 | not the parent
        'assignedResourceID':29682880 | must assign both a assignedResourceID and assignedResourceRoleID
        'assignedResourceID':29682880,'assignedResourceRoleID':29682901 | assignedResourceRoleID of type: Role
        'assignedResourceID':29682888,'assignedResourceRoleID':29682900 | assignedResourceID of type: Resource
        'estimatedHours':'6' | Conversion failed when converting
        'isVisibleInClientPortal':1 | Unexpected character
        'taskNumber':'T1' | taskNumber
        """)
    void aWrongTaskIsRefusedAndNotHeld(String properties, String words) {
        long project = createProject();
        Said refused = api.post("Projects/" + project + "/Tasks", task(project, properties));
        assertThat(refused.status()).isEqualTo(500);
        assertThat(refused.error()).contains(words);
        assertThat(server.tasks()).isEmpty();
    }

    @Test
    void phasesOfAnotherProjectAreNotTaken() {
        long one = createProject();
        long other = createProject();
        long phase = api.post("Projects/" + one + "/Phases", "{'projectID':" + one + ",'title':'Discovery'}").itemId();
        assertThat(api.post("Projects/" + other + "/Tasks", task(other, "'phaseID':" + phase)).error()).contains("phaseID of type: Phase");
        assertThat(api.post("Projects/" + other + "/Phases", "{'projectID':" + other + ",'title':'Sub','parentPhaseID':" + phase + "}")
            .error()).contains("parentPhaseID of type: Phase");
        assertThat(api.post("Projects/" + one + "/Phases", "{'projectID':" + one + ",'title':'Sub','parentPhaseID':" + phase + "}")
            .status()).isEqualTo(200);
        assertThat(api.patch("Projects/" + other + "/Phases", "{'id':" + phase + ",'title':'Mine'}").status()).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        POST | Phases | 404
        POST | Tasks | 404
        POST | Nonsense | 404
        POST | Projects/812/Nonsense | 404
        PATCH | Opportunities/5561 | 405
        PUT | Opportunities | 405
        DELETE | Opportunities/5561 | 405
        POST | Resources | 405
        """)
    void aWrongPathOrMethodIsRefusedByTheFramework(String method, String path, int status) {
        Said refused = api.call(method, path, "{'id':5561,'title':'x'}");
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.json().path("Message").asText()).isNotBlank();
        assertThat(server.opportunity(5561).path("title").asText()).isEqualTo("Firewall refresh");
    }

    @Test
    void periodAmountsMakeTheTotalsAndTheActivityMoves() {
        ObjectNode before = server.opportunity(5561);
        Said patched = api.patch("Opportunities",
            "{'id':5561,'onetimeRevenue':16500.10,'monthlyRevenue':250,'totalAmountMonths':24,'onetimeCost':9800,'amount':1}");
        assertThat(patched.json().path("itemId").asLong()).isEqualTo(5561);
        ObjectNode after = server.opportunity(5561);
        assertThat(after.path("amount").decimalValue()).isEqualByComparingTo("22500.10");
        assertThat(after.path("cost").decimalValue()).isEqualByComparingTo("9800");
        assertThat(after.path("lastActivity").asText()).isEqualTo(NOW.toString()).isNotEqualTo(before.path("lastActivity").asText());
        assertThat(after.path("title")).isEqualTo(before.path("title"));
        assertThat(api.patch("Opportunities", "{'id':5561,'useQuoteTotals':true}").error()).contains("quote");
        assertThat(api.patch("Opportunities", "{'id':5561,'contactID':30350}").error()).contains("contactID of type: Contact");
        assertThat(api.patch("Opportunities", "{'id':99,'cost':1}").error()).contains("No matching records found");
    }

    @Test
    void completingAProjectCompletesItsTasksAndTakesNoMore() {
        long project = createProject();
        api.post("Projects/" + project + "/Tasks", task(project, "'endDateTime':'2027-02-20T00:00:00Z'"));
        assertThat(api.patch("Projects", "{'id':" + project + ",'endDateTime':'2027-02-10T00:00:00Z'}").error()).contains("endDateTime");
        assertThat(api.patch("Projects", "{'id':" + project + ",'companyID':175}").error()).contains("companyID");
        assertThat(api.patch("Projects", "{'id':" + project + ",'status':5}").status()).isEqualTo(200);
        assertThat(server.tasks()).allMatch(task -> task.path("status").asInt() == 5 && task.hasNonNull("completedDateTime"));
        assertThat(api.post("Projects/" + project + "/Tasks", task(project, "'priority':1")).error()).contains("Complete");
        assertThat(server.tasks()).hasSize(1);
    }

    @Test
    void userDefinedFieldsChangeOneByOne() {
        api.patch("Opportunities", "{'id':5561,'userDefinedFields':[{'name':'PO Reference','value':'PO-1'}]}");
        api.patch("Opportunities", "{'id':5561,'userDefinedFields':[{'name':'Delivery Team','value':'Blue'}]}");
        assertThat(api.query("Opportunities", "[{'op':'eq','field':'PO Reference','value':'po-1','udf':true}]")
            .json().at("/items/0/userDefinedFields")).hasSize(2).allMatch(udf -> udf.path("value").isTextual());
        assertThat(api.get("Phases/entityInformation/userDefinedFields").status()).isEqualTo(404);
    }

    @Test
    void theFieldsTellPicklistsAndARemovedValueIsGone() {
        assertThat(status(api.get("Projects/entityInformation/fields")))
            .containsExactly("1 New true", "2 In Progress true", "5 Complete true", "7 Inactive true", "9 Waiting Approval (old) false");
        server.removePicklistValue("Projects", "status", "1");
        server.addPicklistValue("Projects", "status", "77", "Brand new");
        assertThat(status(api.get("Projects/entityInformation/fields"))).doesNotContain("1 New true").contains("77 Brand new true");
        assertThat(api.post("Projects", project("'status':1")).error()).contains("for status");
        assertThat(api.post("Projects", project("'status':77")).status()).isEqualTo(200);
    }

    private static List<String> status(Said fields) {
        List<String> values = new ArrayList<>();
        for (JsonNode field : fields.json().path("fields")) {
            if (!field.path("name").asText().equals("status")) continue;
            for (JsonNode value : field.path("picklistValues")) {
                assertThat(value.path("value").isTextual()).isTrue();
                values.add(value.path("value").asText() + " " + value.path("label").asText() + " " + value.path("isActive"));
            }
        }
        return values;
    }

    @Test
    void aDeniedEntityAnswersNothingButItsMetadata() {
        server.deny("Tasks", Right.QUERY);
        assertThat(api.get("Tasks/entityInformation").json().at("/info/userAccessForQuery").asInt(-1)).isZero();
        assertThat(api.get("Tasks/entityInformation").json().at("/info/userAccessForCreate").asInt(-1)).isEqualTo(1);
        Said refused = api.query("Tasks", ALL);
        assertThat(refused.status()).isEqualTo(500);
        assertThat(refused.error()).contains("does not have the adequate permissions");
        server.deny("Projects");
        assertThat(api.post("Projects", project("'status':1")).error()).contains("does not have the adequate permissions");
        server.allow("Projects");
        assertThat(api.post("Projects", project("'status':1")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 429})
    void moreThreadsThanAllowedAreRefusedPerEntity(int status) {
        server.threadLimit(1);
        if (status != 500) server.threadRefusalStatus(status);
        server.faults().latency("POST", "Opportunities/query", 400, 1);
        var slow = api.later("POST", "Opportunities/query", "{'filter':" + ALL + "}");
        await().until(() -> server.maxInFlight("Opportunities") == 1);
        Said refused = api.get("Opportunities/entityInformation/fields");
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.error()).contains("Itgenatr005").contains("thread threshold");
        assertThat(api.query("Companies", ALL).status()).isEqualTo(200);
        assertThat(slow.join().status()).isEqualTo(200);
        assertThat(api.get("Opportunities/5561").status()).isEqualTo(200);
        assertThat(server.maxInFlight("Opportunities")).isEqualTo(2);
    }

    @Test
    void aboveTheHourlyThresholdEverythingIsRefusedForAWhile() {
        server.threshold(100);
        server.callsOfOthers(98);
        assertThat(api.get("ThresholdInformation").json().path("currentTimeframeRequestCount").asInt()).isEqualTo(99);
        assertThat(api.get("Version").status()).isEqualTo(200);
        Said refused = api.get("Version");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.response().headers().firstValue("Retry-After")).contains("3600");
        server.callsOfOthers(0);
        assertThat(api.get("Version").status()).isEqualTo(200);
    }

    @Test
    void aPersonsChangeMovesTheActivity() {
        long added = server.addOpportunity("New one", 174, 1, 14);
        server.changeOpportunity(5562, "stage", 21);
        String recent = "[{'op':'gte','field':'lastActivity','value':'2026-11-20T09:00:00Z'}]";
        assertThat(api.query("Opportunities", recent).json().path("items")).extracting(o -> o.path("id").asLong())
            .containsExactly(5562L, added);
        server.removeOpportunity(added);
        assertThat(api.get("Opportunities/" + added).json().path("item").isNull()).isTrue();
    }

    @Test
    void whatWasCreatedIsThereAfterARestart(@TempDir Path folder) {
        Path journal = folder.resolve("autotask.journal");
        server.records().open(journal);
        long project = createProject();
        server.moveZone();
        server.close();
        server = started();
        server.records().open(journal);
        api = new Caller(server.url() + "/zone2/ATServicesRest/V1.0/");
        assertThat(api.get("Projects/" + project).json().at("/item/projectName").asText()).isEqualTo("Branch network refresh");
        assertThat(createProject()).isEqualTo(project + 1);
    }

    @Test
    void anAnswerLostAfterTheCreateLeavesTheTaskToBeFound() {
        long project = createProject();
        server.faults().kind("POST", "/Tasks$", Fault.Kind.RESET_AFTER, 1);
        assertThatThrownBy(() -> api.post("Projects/" + project + "/Tasks", task(project, "'externalID':'hub:svc-1'")))
            .isInstanceOf(IllegalStateException.class);
        assertThat(server.tasksOf(project)).extracting(task -> task.path("externalID").asText()).containsExactly("hub:svc-1");
        server.faults().status("GET", "/Opportunities/", 503, (Integer) null, 1);
        assertThat(api.get("Opportunities/5561").json().path("errors")).hasSize(1);
    }

    @Test
    void theLinkOfAProjectShowsItsPage() {
        long project = createProject();
        assertThat(api.get(server.url() + "/Mvc/Projects/ProjectDetail.mvc?projectId=" + project).response().body())
            .contains("Branch network refresh");
        assertThat(api.get(server.url() + "/Mvc/Projects/ProjectDetail.mvc?projectId=1").status()).isEqualTo(404);
    }

    @Test
    void amongFiveThousandTasksEachIsFoundByItsProjectAndExternalId() {
        long project = createProject();
        for (long id = 1; id <= 5000; id++) {
            server.records().put("Tasks", id, PracticeAutotask.json().put("id", id).put("projectID", id % 7).put("externalID", "x" + id));
        }
        for (int i = 0; i < 200; i++) {
            api.query("Tasks", "[{'op':'eq','field':'projectID','value':" + project + "},{'op':'eq','field':'externalID','value':'hub-" + i + "'}]");
            assertThat(api.post("Projects/" + project + "/Tasks", task(project, "'externalID':'hub-" + i + "'")).status()).isEqualTo(200);
        }
        assertThat(server.tasksOf(project)).hasSize(200);
    }

    private long createProject() {
        Said created = api.post("Projects", project("'extProjectNumber':'hub-7f3a'"));
        assertThat(created.status()).isEqualTo(200);
        return created.itemId();
    }

    /** A later property of the same name wins. */
    private static String project(String property) {
        return "{'companyID':174,'projectName':'Branch network refresh','projectType':5,'status':1,"
            + "'startDateTime':'2027-01-04T00:00:00Z','endDateTime':'2027-02-26T17:00:00Z','opportunityID':5561," + property + "}";
    }

    private static String task(long project, String properties) {
        return "{'projectID':" + project + ",'title':'Site survey','taskType':1,'status':1,'departmentID':29682833," + properties + "}";
    }
}
