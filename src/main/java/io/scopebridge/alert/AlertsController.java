package io.scopebridge.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.scopebridge.web.InvalidInput;
import io.scopebridge.web.Paging;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is wrong, and what was sent about it. */
@RestController
@RequestMapping("/api/alerts")
class AlertsController {

    /** @param next pass it as {@code after} to get the next page; absent on the last one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<Delivery> deliveries, String next) {
    }

    private final ProblemTable problems;
    private final Deliveries deliveries;

    AlertsController(ProblemTable problems, Deliveries deliveries) {
        this.problems = problems;
        this.deliveries = deliveries;
    }

    /** Newest first: those that are open, or with state=over those that ended. */
    @GetMapping("/problems")
    List<Problem> problems(HttpServletRequest request, @RequestParam(defaultValue = "open") String state, @RequestParam(defaultValue = "50") String limit) {
        Paging.only(request, List.of("state", "limit"));
        if (!state.matches("open|over")) throw new InvalidInput("state", "must be open or over");
        return problems.newest(state.equals("open"), Paging.limit(limit));
    }

    /** Newest first. */
    @GetMapping("/deliveries")
    Page deliveries(HttpServletRequest request, @RequestParam(required = false) String target, @RequestParam(required = false) String after,
                    @RequestParam(defaultValue = "50") String limit) {
        Paging.only(request, List.of("target", "after", "limit"));
        int most = Paging.limit(limit);
        List<Delivery> found = deliveries.newest(number("target", target), number("after", after), most + 1);
        return found.size() <= most ? new Page(found, null) : new Page(found.subList(0, most), String.valueOf(found.get(most - 1).id()));
    }

    @GetMapping("/deliveries/{id}")
    Delivery delivery(@PathVariable long id) {
        return deliveries.find(id).orElseThrow(() -> new UnknownAlert("delivery", id));
    }

    /** Sends a message again of which all attempts failed. */
    @PostMapping("/deliveries/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Delivery retry(@PathVariable long id) {
        delivery(id);
        if (!deliveries.again(id)) throw new InvalidInput("id", "is not a delivery that has failed");
        return delivery(id);
    }

    private static Long number(String name, String text) {
        if (text == null) return null;
        if (text.matches("[0-9]{1,18}")) return Long.valueOf(text);
        throw new InvalidInput(name, "must be a number");
    }
}
