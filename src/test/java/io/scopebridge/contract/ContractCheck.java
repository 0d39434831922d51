package io.scopebridge.contract;

import io.scopebridge.practice.PracticeServer;
import io.scopebridge.practice.Received;
import io.scopebridge.practice.Request;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/**
 * Holds the hub to the published description of an API: every request that a watched practice server gets must be one that
 * the description allows. Where the description is not on this machine, that is said once and every request passes.
 */
public final class ContractCheck {

    private static final int BODY_SHOWN = 600;

    private final Optional<Contract> contract;
    private final Queue<Received> unchecked = new ConcurrentLinkedQueue<>();
    private final Queue<String> violations = new ConcurrentLinkedQueue<>();

    ContractCheck(Optional<Contract> contract) {
        this.contract = contract;
    }

    public static ContractCheck autotask() {
        return new ContractCheck(Contract.autotask());
    }

    public static ContractCheck connectwise() {
        return new ContractCheck(Contract.connectwise());
    }

    /** From now on, whatever the server gets is kept for {@link #assertAllValid}. */
    public void watch(PracticeServer server) {
        if (contract.isPresent()) server.onReceived(unchecked::add);
    }

    /**
     * Checks what came since the last time; a violation once found is told again each time.
     *
     * @throws AssertionError with every violation and its request
     */
    public void assertAllValid() {
        for (Received received = unchecked.poll(); received != null; received = unchecked.poll()) check(received.request());
        if (violations.isEmpty()) return;
        throw new AssertionError(violations.size() + " requests break the contract:\n" + String.join("\n", violations));
    }

    private void check(Request request) {
        List<String> found = contract.orElseThrow().violations(request);
        if (!found.isEmpty()) violations.add(shown(request) + found.stream().map(each -> "\n    " + each).collect(Collectors.joining()));
    }

    /** Without headers: they hold credentials. */
    private static String shown(Request request) {
        String body = request.body();
        return request.method() + " " + request.path() + (request.query().isEmpty() ? "" : " " + request.query())
            + (body.isEmpty() ? "" : "\n  " + (body.length() > BODY_SHOWN ? body.substring(0, BODY_SHOWN) + "..." : body));
    }
}
