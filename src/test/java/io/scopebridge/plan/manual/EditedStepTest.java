package io.scopebridge.plan.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.group.Fast;
import io.scopebridge.plan.PlanReader;
import io.scopebridge.plan.Step;
import io.scopebridge.web.FieldError;
import io.scopebridge.web.InvalidInput;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person may say otherwise what a step sends, as long as its record can be found again and hangs where it belongs. */
@Fast
class EditedStepTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLAN = """
            {'subject':'project:1','system':'psa','steps':[
              {'key':'project','call':{'path':'/projects','body':{'name':'Firewall','company':{'id':12},'hours':12,'about':'See /acme/projects/1'}},
               'find':{'path':'/projects','query':'conditions=company%2Fid%20%3D%2012','marker':{'/about':'/acme/projects/1'}}},
              {'key':'phase','call':{'path':'/projects/${project}/phases','body':{'name':'Prepare','notes':'phase 7'}},
               'find':{'path':'/projects/${project}/phases','match':{'/name':'Prepare'},'marker':{'/notes':'phase 7'}}},
              {'key':'ticket','call':{'path':'/tickets','body':{'summary':'Rack','phase':{'id':'${phase}'},'tags':['a','${project}'],'hours':2.5}},
               'find':{'path':'/tickets','query':'project=${project}','match':{'/summary':'Rack','/phase/id':'${phase}'}}},
              {'key':'twin','title':'Ticket: Cable','call':{'path':'/tickets','body':{'summary':'Cable','phase':{'id':'${phase}'}}},
               'find':{'path':'/tickets','query':'project=${project}','match':{'/summary':'Cable','/phase/id':'${phase}'}}},
              {'key':'revenue','mode':'update','call':{'method':'PATCH','path':'/opportunities','body':{'id':9,'amount':100,'stage':'Won'}},
               'find':{'method':'POST','path':'/opportunities/query','body':{'filter':[{'field':'id','value':9}]},'match':{'/id':9},'holds':{'/amount':100.0}}},
              {'key':'wrapped','call':{'path':'/lines','body':{'data':{'type':'lines','attributes':{'number':'5','name':'Line'}}}},
               'find':{'path':'/lines','rows':'/data','match':{'/attributes/number':'5'}}},
              {'key':'cut','call':{'path':'/notes','body':{'text':'A long text'}},'find':{'path':'/notes','match':{'/text':'A long'}}},
              {'key':'patch','call':{'method':'PATCH','path':'/projects/1','body':[]}},
              {'key':'both','mode':'update','call':{'path':'/x','body':{'a':1}},'update':{'path':'/x/${self}','body':{'a':1}}}]}""".replace('\'', '"');

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "project | {'name':'Wall','company':{'id':12},'hours':12,'about':'See nothing'}             | body.about",
        "project | {'name':'Wall','company':{'id':12},'hours':12,'about':'See /acme/projects/12'}   | body.about",
        "project | {'name':'Wall','company':{'id':13},'hours':12,'about':'See /acme/projects/1'}    | body.company.id",
        "project | {'name':'Wall','hours':12,'about':'See /acme/projects/1'}                        | body.company.id",
        "ticket  | {'summary':'Rack','tags':['a','${project}']}                                     | body.phase.id",
        "ticket  | {'summary':'Rack','phase':{'id':'${project}'},'tags':['a','${project}']}         | body.phase.id",
        "ticket  | {'summary':'Rack','phase':{'id':'${phase}'},'tags':['${project}']}               | body.tags.0,body.tags.1",
        "ticket  | {'summary':'${project}','phase':{'id':'${phase}'},'tags':['a','${project}']}     | body.summary",
        "ticket  | {'summary':'A\\nB','phase':{'id':'${phase}'},'tags':['a','${project}']}          | body.summary",
        "ticket  | {'summary':' Rack','phase':{'id':'${phase}'},'tags':['a','${project}']}          | body.summary",
        "ticket  | {'summary':null,'phase':{'id':'${phase}'},'tags':['a','${project}']}             | body.summary",
        "ticket  | {'summary':{'a':1},'phase':{'id':'${phase}'},'tags':['a','${project}']}          | body.summary",
        "ticket  | {'phase':{'id':'${phase}'},'tags':['a','${project}']}                            | body.summary",
        "ticket  | {'summary':'Cable','phase':{'id':'${phase}'},'tags':['a','${project}']}          | body.summary",
        "phase   | {'name':'Prepare','notes':'phase 7','about':'/acme/projects/1'}                  | body.about",
        "revenue | {'id':10,'amount':100,'stage':'Won'}                                             | body.id",
        "cut     | {'text':'Another long text'}                                                     | body.text",
        "patch   | {}                                                                               | body",
        "both    | {'a':2}                                                                          | body",
        "gone    | {}                                                                               | body",
        "ticket  | []                                                                               | body"})
    void whatWouldLoseTheRecordOrMakeItTwiceIsNamed(String step, String body, String fields) throws Exception {
        JsonNode edited = JSON.readTree(body.replace('\'', '"'));

        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> EditedStep.in(JSON.readTree(PLAN), new StepEdit(step, edited)));

        assertThat(refused).as("refused").isNotNull();
        assertThat(refused.errors()).extracting(FieldError::field).containsOnly(fields.split(","));
    }

    @Test
    void theLookUpExpectsWhatIsSentNow() throws Exception {
        Step step = edited("ticket", "{'summary':'Rack and stack','phase':{'id':'${phase}'},'tags':['b','${project}'],'hours':3,'more':true}");

        assertThat(step.call().body().path("hours").asInt()).isEqualTo(3);
        assertThat(step.find().match().get("/summary").asText()).isEqualTo("Rack and stack");
        assertThat(step.find().match().get("/phase/id").asText()).isEqualTo("${phase}");
    }

    @Test
    void whatIsComparedWithTheSystemIsWhatIsSentNow() throws Exception {
        assertThat(edited("revenue", "{'id':9,'amount':80,'stage':'Won'}").find().holds().get("/amount").asInt()).isEqualTo(80);
        assertThat(edited("revenue", "{'id':9,'amount':100,'stage':'Lost'}").find().holds().get("/amount").asInt()).isEqualTo(100);
        assertThat(edited("wrapped", "{'data':{'type':'lines','attributes':{'number':'6','name':'Line'}}}").find().match().get("/attributes/number").asText()).isEqualTo("6");
    }

    @Test
    void whatTheLookUpDoesNotAskForIsFree() throws Exception {
        Step step = edited("project", "{'name':'Wall','company':{'id':12},'hours':7,'about':'As told: /acme/projects/1'}");

        assertThat(step.call().body().path("name").asText()).isEqualTo("Wall");
        assertThat(step.call().body().path("hours").asInt()).isEqualTo(7);
    }

    @Test
    void theOtherStepsAndThePlanThatWasKeptStayAsTheyAre() throws Exception {
        JsonNode kept = JSON.readTree(PLAN);
        JsonNode edited = EditedStep.in(kept, new StepEdit("ticket", JSON.readTree("{\"summary\":\"X\",\"phase\":{\"id\":\"${phase}\"},\"tags\":[\"a\",\"${project}\"]}")));

        assertThat(kept).isEqualTo(JSON.readTree(PLAN));
        for (int i : List.of(0, 1, 3, 4, 5, 6, 7, 8)) assertThat(edited.at("/steps/" + i)).isEqualTo(kept.at("/steps/" + i));
        assertThat(EditedStep.in(edited, new StepEdit("ticket", edited.at("/steps/2/call/body")))).as("the same edit again").isEqualTo(edited);
    }

    private static Step edited(String key, String body) throws Exception {
        JsonNode plan = EditedStep.in(JSON.readTree(PLAN), new StepEdit(key, JSON.readTree(body.replace('\'', '"'))));
        return PlanReader.read(plan).steps().stream().filter(step -> step.key().equals(key)).findFirst().orElseThrow();
    }
}
