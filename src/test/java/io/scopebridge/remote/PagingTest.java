package io.scopebridge.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.group.Fast;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a list was read to its end, and when nobody can say so. */
@Fast
class PagingTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Call CALL = Call.get("/things", null);

    private final Paging paging = new Paging();
    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    /** Of pages as ScopeStack has them. */
    private List<Object> read(String... pages) throws JsonProcessingException {
        ListRead list = paging.begin("data");
        List<Object> rows = new ArrayList<>();
        boolean more = true;
        for (int page = 1; more; page++) {
            assertThat(page).as("asked for more than there is").isLessThanOrEqualTo(pages.length);
            rows.addAll(take(list, pages[page - 1]));
            more = paging.moreByPage(exchange, list, CALL, page, "links.next", "meta.page-count", "meta.record-count");
        }
        return rows;
    }

    @Test
    void aShortPageIsNotTheLastBecauseItIsShort() throws Exception {
        assertThat(read("{'data':[{'id':'1'}],'meta':{'record-count':3}}", "{'data':[{'id':'2'},{'id':'3'}],'meta':{'record-count':3}}")).hasSize(3);
        assertThat(read("{'data':[{'id':'1'}],'meta':{'page-count':'2'}}", "{'data':[{'id':'2'}],'meta':{'page-count':2}}")).hasSize(2);
        assertThat(read("{'data':[{'id':'1'}],'links':{'next':'x'}}", "{'data':[{'id':'2'}]}", "{'data':[]}")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",'meta':{}", ",'meta':null", ",'links':null", ",'meta':[]", ",'meta':{'record-count':'many'}"})
    void withoutCountsAListEndsWithAnEmptyPageOrOneThatBringsNothingNew(String meta) throws Exception {
        assertThat(read("{'data':[{'id':'1'}]" + meta + "}", "{'data':[{'id':'2'}]" + meta + "}", "{'data':[]" + meta + "}")).hasSize(2);
        assertThat(read("{'data':[{'id':'1'}]" + meta + "}", "{'data':[{'id':'1'}]" + meta + "}")).hasSize(1);
    }

    @Test
    void aRowThatComesTwiceIsTakenOnceAndOneThatNeverComesIsMissed() throws Exception {
        assertThat(read("{'data':[{'id':'1'},{'id':2}],'meta':{'record-count':3}}", "{'data':[{'id':'2'},{'id':3}],'meta':{'record-count':3}}")).hasSize(3);
        assertThatThrownBy(() -> read("{'data':[{'id':'1'},{'id':'2'}],'meta':{'record-count':3,'page-count':2}}", "{'data':[{'id':'2'}],'meta':{'record-count':3,'page-count':2}}"))
            .isInstanceOfSatisfying(RemoteFailure.class, failed -> {
                assertThat(failed.failure().type()).isEqualTo(FailureClass.TRANSIENT);
                assertThat(failed.failure().cause()).contains("GET /things", "2 of 3");
            });
    }

    @Test
    void pagesThatLeadBackEndWithAnError() {
        String page = "{'data':[{'id':'1'}],'links':{'next':'x'}}";
        assertThatThrownBy(() -> read(page, page)).isInstanceOfSatisfying(RemoteFailure.class, failed -> assertThat(failed.failure().cause()).contains("lead back"));

        ListRead list = paging.begin("");
        exchange.getMessage().setHeader("Link", "<https://x?pageId=5>; rel=\"next\"");
        assertThat(byLink(list, "[{'id':5}]")).isTrue();
        assertThatThrownBy(() -> byLink(list, "[{'id':5}]")).isInstanceOf(RemoteFailure.class);

        ListRead autotask = paging.begin("items");
        assertThat(next(autotask, "{'items':[{'id':1}],'pageDetails':{'nextPageUrl':'u'}}")).isEqualTo("u");
        assertThatThrownBy(() -> next(autotask, "{'items':[{'id':2}],'pageDetails':{'nextPageUrl':'u'}}")).isInstanceOf(RemoteFailure.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'data':null}", "{'data':{}}", "{'data':'none'}", "[]", "null", "7"})
    void aPageWithoutItsListIsRefusedByName(String page) {
        assertThatThrownBy(() -> read(page)).isInstanceOfSatisfying(RemoteFailure.class, failed -> {
            assertThat(failed.failure().type()).isEqualTo(FailureClass.VALIDATION);
            assertThat(failed.failure().field()).isEqualTo("data");
            assertThat(failed.failure().cause()).contains("GET /things", "'data'");
        });
    }

    @Test
    void aListOfIdsGoesOnAfterTheHighest() {
        ListRead list = paging.begin("");
        assertThat(byLink(list, "[{'id':7},{'id':5},null]")).isTrue();
        assertThat(list.getHighestId()).isEqualTo(7);
        assertThat(byLink(list, "[{'id':9}]")).isTrue();
        assertThat(byLink(list, "[]")).isFalse();
        assertThat(list.getRead()).isEqualTo(4);
    }

    @Test
    void whetherThereIsAnotherAddressMustBeSaid() {
        assertThat(next(paging.begin("items"), "{'items':[],'pageDetails':{'nextPageUrl':null}}")).isNull();
        assertThatThrownBy(() -> next(paging.begin("items"), "{'items':[{'id':1}]}"))
            .isInstanceOfSatisfying(RemoteFailure.class, failed -> assertThat(failed.failure().field()).isEqualTo("pageDetails"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {'items':[{'id':1},null],'pageDetails':{'count':2}}          | true
        {'items':[{'id':1}],'pageDetails':{'count':0}}               | true
        {'items':[{'id':1}],'pageDetails':{'count':'many'}}          | true
        {'items':[{'id':1}],'pageDetails':null}                      | true
        {'items':[{'id':1}],'pageDetails':{'count':2}}               | false
        {'items':[],'pageDetails':{'count':'1'}}                     | false
        """)
    void aPageHoldsWhatItSays(String page, boolean whole) {
        ListRead list = paging.begin("items");
        take(list, page);
        ThrowingCallable check = () -> paging.whole(exchange, list, CALL, "pageDetails.count");

        if (whole) assertThatCode(check).doesNotThrowAnyException();
        else assertThatThrownBy(check).isInstanceOfSatisfying(RemoteFailure.class, failed -> assertThat(failed.failure().type()).isEqualTo(FailureClass.TRANSIENT));
    }

    private boolean byLink(ListRead list, String page) {
        take(list, page);
        return paging.moreByLink(exchange, list, CALL);
    }

    private String next(ListRead list, String page) {
        take(list, page);
        return paging.nextAddress(exchange, list, CALL, "pageDetails.nextPageUrl");
    }

    private List<?> take(ListRead list, String page) {
        try {
            exchange.getMessage().setBody(JSON.readValue(page.replace('\'', '"'), Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(page, e);
        }
        paging.take(exchange, list, CALL);
        Object body = exchange.getMessage().getBody();
        return (List<?>) (body instanceof Map<?, ?> object ? object.get(list.rowsName()) : body);
    }
}
