package io.scopebridge.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.group.Fast;
import io.scopebridge.remote.Call;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Fast
class PlanReaderTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{'key':'a','call':{'path':'/x'},'mode':'twice'}                                          | Step 'a': mode 'twice'",
        "{'key':'a','call':{'path':'/x'}},{'key':'a','call':{'path':'/x'}}                        | Step 'a': the key is used by two steps",
        "{'key':'a','title':'A'}                                                                  | Step 'a': it has no 'call'",
        "{'key':'a','call':{'path':'/x/${b}'}}                                                    | Step 'a' refers to 'b'",
        "{'key':'a','call':{'path':'/x','body':[{'y':'${b}'}]}}                                   | Step 'a' refers to 'b'",
        "{'key':'a','call':{'path':'/x/${b}'}},{'key':'b','call':{'path':'/x/${c}'}},{'key':'c','call':{'path':'/x/${b}'}} | Step 'b' depends on itself: b -> c -> b",
        "{'key':'a','call':{'path':'/x/${a}'}}                                                    | Step 'a' depends on itself: a -> a",
        "{'key':'a','call':{'path':'/x/${self}'}}                                                 | Step 'a': only 'update' may",
        "{'key':'a','call':{'path':'x'}}                                                          | Step 'a': the path of 'call'",
        "{'key':'a','call':{'path':'/x','otherwise':'y'}}                                         | Step 'a': the otherwise of 'call'",
        "{'key':'a','call':{'path':'/x','method':'FETCH'}}                                        | Step 'a': method 'FETCH'",
        "{'key':'a','call':{'path':'/x','query':{'a':1}}}                                         | Step 'a': the query of 'call'",
        "{'key':'a','call':{'path':'/x','id':'id'}}                                               | Step 'a': 'id' in 'call' is not a JSON pointer",
        "{'key':'a','call':{'path':'/x'},'fnd':{'path':'/x'}}                                     | Step 'a': the step has an unknown field 'fnd'",
        "{'key':'a','call':{'path':'/x'},'find':{'path':'/x','matches':{}}}                       | Step 'a': 'find' has an unknown field 'matches'",
        "{'key':'a','call':{'path':'/x'},'find':{'path':'/x','match':{'/a':{}}}}                  | Step 'a': the value that 'find' expects at /a",
        "{'key':'a','call':{'path':'/x'},'find':{'path':'/x','marker':{'/a':'1','/b':'2'}}}       | Step 'a': the marker of 'find'",
        "{'key':'a','call':{'path':'/x'},'find':{'path':'/x','marker':{'/a':' '}}}                | Step 'a': the marker of 'find'",
        "{'key':'a','mode':'update','call':{'path':'/x'}}                                         | Step 'a': mode update needs",
        "{'key':'self','call':{'path':'/x'}}                                                      | Step 1 of the plan has no usable 'key'",
        "{'call':{'path':'/x'}}                                                                   | Step 1 of the plan has no usable 'key'",
    })
    void aPlanThatCannotBeCarriedOutIsABugThatNamesTheStep(String steps, String cause) {
        assertThatThrownBy(() -> read(steps)).isInstanceOfSatisfying(RemoteFailure.class, wrong -> {
            assertThat(wrong.failure().type()).isEqualTo(FailureClass.BUG);
            assertThat(wrong.failure().cause()).startsWith(cause);
        });
    }

    @Test
    void whatIsNoPlanIsABug() throws Exception {
        assertThatThrownBy(() -> PlanReader.read(null)).isInstanceOf(RemoteFailure.class);
        assertThatThrownBy(() -> PlanReader.read(JSON.readTree("[]"))).isInstanceOf(RemoteFailure.class);
        assertThatThrownBy(() -> PlanReader.read(JSON.readTree("{\"subject\":\"s\",\"steps\":[]}"))).hasMessageContaining("'system'");
        assertThatThrownBy(() -> PlanReader.read(JSON.readTree("{\"subject\":\"s\",\"system\":\"x\"}"))).hasMessageContaining("'steps'");
    }

    @Test
    void whatIsLeftOutIsUsual() {
        Step step = read("{'key':'a','call':{'path':'/x'},'find':{'path':'/y'}}").steps().get(0);

        assertThat(step.mode()).isEqualTo(Mode.CREATE);
        assertThat(step.title()).isEqualTo("a");
        assertThat(step.call()).isEqualTo(new StepCall("POST", "/x", null, null, "/id"));
        assertThat(step.find().method()).isEqualTo("GET");
        assertThat(step.find().rows()).isEmpty();
    }

    @Test
    void onlyWholeStringsOfABodyAreReferences() {
        Step step = read("{'key':'p','call':{'path':'/p'}},"
                + "{'key':'a','call':{'path':'/x/${p}/y','query':'q=${p}','body':{'id':'${p}','note':'costs ${p} or ${nothing}','list':['${p}']}}}").steps().get(1);

        Call call = step.call().with(key -> "12");

        assertThat(call.path()).isEqualTo("/x/12/y");
        assertThat(call.query()).isEqualTo("q=12");
        assertThat(call.body()).hasToString("{\"id\":12,\"note\":\"costs ${p} or ${nothing}\",\"list\":[12]}");
        assertThat(step.call().with(key -> "a/b?c").path()).isEqualTo("/x/a%2Fb%3Fc/y");
        assertThat(step.call().with(key -> "007").body().path("id").isTextual()).isTrue();
    }

    @Test
    void aLongChainIsReadWithoutTrouble() {
        String steps = "{'key':'s0','call':{'path':'/x'}}," + IntStream.range(1, 20_000)
                .mapToObj(i -> "{'key':'s" + i + "','call':{'path':'/x/${s" + (i - 1) + "}'}}").collect(Collectors.joining(","));

        assertThat(read(steps).steps()).hasSize(20_000);
    }

    private static Plan read(String steps) {
        try {
            return PlanReader.read(JSON.readTree(("{'subject':'s','system':'x','steps':[" + steps + "]}").replace('\'', '"')));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
