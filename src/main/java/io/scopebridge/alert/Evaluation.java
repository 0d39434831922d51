package io.scopebridge.alert;

import io.scopebridge.database.DatabaseUnavailable;
import io.scopebridge.log.LogOutbox;
import io.scopebridge.log.group.Handlings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Turns what the log opened and resolved into problems, and problems into deliveries. Any number of nodes do it at once: what must happen once
 * is decided by the database.
 */
@Component("alertEvaluation")
public class Evaluation {

    static final int CHUNK = 500;
    private static final Logger LOG = LoggerFactory.getLogger(Evaluation.class);

    private final LogOutbox outbox;
    private final Handlings handlings;
    private final ProblemTable problems;
    private final Rules rules;
    private final Targets targets;
    private final Deliveries deliveries;
    private final Messages messages;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Duration clearAfter;

    @Autowired
    Evaluation(LogOutbox outbox, Handlings handlings, ProblemTable problems, Rules rules, Targets targets, Deliveries deliveries, Messages messages, TransactionOperations transactions,
               @Value("${scopebridge.alerts.clear-after}") Duration clearAfter) {
        this(outbox, handlings, problems, rules, targets, deliveries, messages, transactions, Clock.systemUTC(), clearAfter);
    }

    Evaluation(LogOutbox outbox, Handlings handlings, ProblemTable problems, Rules rules, Targets targets, Deliveries deliveries, Messages messages, TransactionOperations transactions,
               Clock clock, Duration clearAfter) {
        this.outbox = outbox;
        this.handlings = handlings;
        this.problems = problems;
        this.rules = rules;
        this.targets = targets;
        this.deliveries = deliveries;
        this.messages = messages;
        this.transactions = transactions;
        this.clock = clock;
        this.clearAfter = clearAfter;
    }

    /** One tick. What cannot be evaluated is logged and left to the next tick; everything else is evaluated. */
    public void run() {
        while (Boolean.TRUE.equals(transactions.execute(status -> openNext()))) {
            // until the outbox is empty
        }
        Instant now = clock.instant();
        List<Rule> usable = usable(now);
        List<Long> enabled = targets.enabled();
        Map<String, Boolean> known = deliveries.ofOpenProblems();
        Set<String> handled = handlings.quietAt(now);
        List<ProblemTable.Seen> open = problems.open();
        Set<Long> silent = open.stream().filter(seen -> handled.contains(seen.key())).map(seen -> seen.problem().id()).collect(Collectors.toSet());
        for (ProblemTable.Seen seen : open) {
            attempt("problem " + seen.problem().id(), () -> {
                if (seen.isQuiet()) quiet(seen, usable, enabled, now);
                else failing(seen, handled.contains(seen.key()) ? List.of() : usable, enabled, known, now);
            });
        }
        for (long target : deliveries.dueTargets(silent, now)) {
            attempt("the digest for target " + target, () -> transactions.executeWithoutResult(status -> digest(target, silent, now)));
        }
    }

    /** The rules without those that cannot be evaluated, such as one of an unknown time zone. */
    private List<Rule> usable(Instant now) {
        List<Rule> usable = new ArrayList<>();
        for (Rule rule : rules.all()) {
            attempt("rule " + rule.id(), () -> {
                rule.check(now);
                usable.add(rule);
            });
        }
        return usable;
    }

    /** Without a database nothing else can be evaluated either. */
    private static void attempt(String what, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            if (DatabaseUnavailable.causes(e)) throw e;
            LOG.warn("Alerts: {} was left out: {}", what, e.toString());
        }
    }

    private boolean openNext() {
        TreeSet<String> opened = outbox.take(CHUNK);
        opened.forEach(problems::open);
        return !opened.isEmpty();
    }

    private void failing(ProblemTable.Seen seen, List<Rule> all, List<Long> enabled, Map<String, Boolean> known, Instant now) {
        Problem problem = seen.now();
        if (!problem.equals(seen.problem()) || seen.quietSince() != null) problems.note(problem);
        for (Rule rule : all) {
            if (!rule.concerns(problem, now)) continue;
            rule.definition().targets().stream().filter(enabled::contains).forEach(target -> report(problem, rule, target, known, now));
        }
    }

    private void report(Problem problem, Rule rule, long target, Map<String, Boolean> known, Instant now) {
        String key = Deliveries.onceKey(problem.id(), target, Delivery.Kind.OPENED);
        boolean isQuiet = rule.isQuiet(now);
        if (!known.containsKey(key)) deliveries.add(target, problem.id(), Delivery.Kind.OPENED, messages.opened(problem), rule, now);
        // What one rule holds, another may send at once.
        else if (known.get(key) && !isQuiet) deliveries.release(problem.id(), target, now);
        else return;
        known.put(key, isQuiet);
    }

    private void quiet(ProblemTable.Seen seen, List<Rule> all, List<Long> enabled, Instant now) {
        if (seen.quietSince() == null) problems.noteQuiet(seen.problem().id(), now);
        transactions.executeWithoutResult(status -> problems.close(seen.problem().id(), now, clearAfter).ifPresent(over -> {
            handlings.over(seen.key(), now);
            for (long target : deliveries.targetsOf(over.id())) {
                if (!enabled.contains(target)) continue;
                Rule rule = all.stream().filter(one -> one.definition().targets().contains(target) && one.concerns(over, now))
                    .min(Comparator.comparing(one -> one.isQuiet(now))).orElse(null);
                deliveries.add(target, over.id(), Delivery.Kind.OVER, messages.over(over), rule, now);
            }
        }));
    }

    /** @param silent problems that are acknowledged or muted: what is held of them stays held */
    private void digest(long target, Set<Long> silent, Instant now) {
        List<Delivery> held = deliveries.takeHeld(target, silent, now);
        if (held.size() == 1 && !deliveries.isAboveLimit(target, now)) deliveries.send(held.get(0).id(), now);
        else if (!held.isEmpty()) deliveries.addDigest(target, held, messages.digest(held), now);
    }
}
