package io.scopebridge.remote;

import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.text.LenientNumber;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/**
 * Reads lists to their proven end, for the routes {@code direct:<system>-pages}: a page that is shorter than asked for is not the last one
 * because of that, a page without its list is refused, and rows that come twice are taken once.
 */
@Component("paging")
public class Paging {

    private static final Pattern NEXT_LINK = Pattern.compile("\\brel\\s*=\\s*\"?[^\";,]*\\bnext\\b", Pattern.CASE_INSENSITIVE);

    /** @param rows the name of the list in a page; empty when the page is the list itself */
    public ListRead begin(String rows) {
        return new ListRead(rows == null ? "" : rows);
    }

    /** Makes the page in the body one without the rows that were read before. */
    public void take(Exchange exchange, @Variable("list") ListRead list, @Variable("call") Call call) {
        Object page = exchange.getMessage().getBody();
        List<Object> rows = list.page(page, shown(call));
        if (page instanceof Map<?, ?> object) {
            Map<Object, Object> cleaned = new HashMap<>(object);
            cleaned.put(list.rowsName(), rows);
            exchange.getMessage().setBody(cleaned);
        } else exchange.getMessage().setBody(rows);
    }

    /** Whether there may be more after the page in the body, where nothing says how many there are; the header Link may say that there are. */
    public boolean moreByLink(Exchange exchange, @Variable("list") ListRead list, @Variable("call") Call call) {
        String link = exchange.getMessage().getHeaders().entrySet().stream().filter(header -> header.getKey().toLowerCase(Locale.ROOT).equals("link"))
            .map(header -> String.valueOf(header.getValue())).findFirst().orElse("");
        return list.more(NEXT_LINK.matcher(link).find(), null, shown(call));
    }

    /**
     * The same, where the page itself may say so.
     *
     * @param page  the number of this one
     * @param next  a path into the page, such as {@code links.next}: there is something when there is another page
     * @param pages the same, for how many pages there are
     * @param total the same, for how many rows there are
     */
    public boolean moreByPage(Exchange exchange, @Variable("list") ListRead list, @Variable("call") Call call, int page, String next, String pages, String total) {
        Object body = exchange.getMessage().getBody();
        Long told = number(at(body, pages));
        Object link = at(body, next);
        boolean another = told != null && told > page || link != null && !link.toString().isBlank();
        Long rows = number(at(body, total));
        // Without a number of rows the number of pages decides.
        if (rows == null && told != null && !another) rows = (long) list.getRead();
        return list.more(another, rows, shown(call));
    }

    /** Refuses a page that holds fewer rows than it says at this path. */
    public void whole(Exchange exchange, @Variable("list") ListRead list, @Variable("call") Call call, String count) {
        list.holds(number(at(exchange.getMessage().getBody(), count)), shown(call));
    }

    /** The address of the next page, or null; a page must say whether there is one, and none may be asked for twice. */
    public String nextAddress(Exchange exchange, @Variable("list") ListRead list, @Variable("call") Call call, String path) {
        Object body = exchange.getMessage().getBody();
        String parent = path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "";
        if (!(at(body, parent) instanceof Map)) throw list.without(parent, shown(call));
        Object next = at(body, path);
        return list.next(next == null || next.toString().isBlank() ? null : next.toString(), shown(call));
    }

    /** A number that a system gave for how many there are; whatever else it gave there is refused. */
    public long count(Object answer, String field) {
        Long count = number(at(answer, field));
        if (count == null || count < 0) throw new RemoteFailure(new Failure(FailureClass.VALIDATION, "The response to a count has no number '" + field + "'.",
            "Check the response in the remote system or in whatever is between it and the hub, then replay.", field, null, null, null));
        return count;
    }

    private static Object at(Object page, String path) {
        Object found = page;
        for (String name : path.split("\\.")) found = name.isEmpty() ? found : found instanceof Map<?, ?> object ? object.get(name) : null;
        return found;
    }

    private static Long number(Object value) {
        return value == null ? null : LenientNumber.of(value.toString()).map(number -> number.longValue()).orElse(null);
    }

    private static String shown(Call call) {
        return call == null ? "the call" : call.method() + " " + call.path();
    }
}
