package io.scopebridge.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scopebridge.group.Fast;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

@Fast
class GroupCommitTest {

    /** The first event of each connection is being stored until this is open. */
    private final CountDownLatch open = new CountDownLatch(1);
    private final List<String> alone = java.util.Collections.synchronizedList(new ArrayList<>());
    private final List<List<String>> together = java.util.Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Thread> threads = new ConcurrentHashMap<>();
    private final ExecutorService senders = Executors.newCachedThreadPool();
    private Function<List<String>, Optional<List<String>>> answer = events -> Optional.of(events.stream().map(event -> "job of " + event).toList());

    private final GroupCommit<String, String> commits = new GroupCommit<>(new GroupCommit.Store<>() {
        @Override
        public Optional<List<String>> together(String connection, List<String> events) {
            together.add(List.copyOf(events));
            return answer.apply(events);
        }

        @Override
        public String alone(String connection, String event) {
            alone.add(event);
            if (event.equals("first")) await(open);
            if (event.equals("bad")) throw new DataIntegrityViolationException("bad");
            return "alone " + event;
        }
    });

    @AfterEach
    void end() {
        open.countDown();
        senders.shutdownNow();
    }

    @Test
    void whatArrivesDuringACommitIsStoredTogetherAndEachGetsItsOwnAnswer() throws Exception {
        Future<String> first = first();
        Map<String, Future<String>> others = waiting(IntStream.range(0, 7).mapToObj(i -> "e" + i).toList());
        open.countDown();

        assertThat(first.get(5, TimeUnit.SECONDS)).isEqualTo("alone first");
        for (Map.Entry<String, Future<String>> other : others.entrySet()) assertThat(other.getValue().get(5, TimeUnit.SECONDS)).isEqualTo("job of " + other.getKey());
        assertThat(together).hasSize(1);
        assertThat(together.get(0)).containsExactlyInAnyOrderElementsOf(others.keySet());
        assertThat(alone).containsExactly("first");
    }

    @Test
    void noMoreThanTheLimitAreStoredTogetherAndNobodyIsLeftWaiting() throws Exception {
        first();
        Map<String, Future<String>> others = waiting(IntStream.range(0, GroupCommit.MOST + 7).mapToObj(i -> "e" + i).toList());
        open.countDown();

        for (Map.Entry<String, Future<String>> other : others.entrySet()) assertThat(other.getValue().get(5, TimeUnit.SECONDS)).isEqualTo("job of " + other.getKey());
        assertThat(together).extracting(List::size).containsExactly(GroupCommit.MOST, 7);
    }

    @Test
    void anotherConnectionDoesNotWait() throws Exception {
        first();

        assertThat(senders.submit(() -> commits.store("other", "own")).get(5, TimeUnit.SECONDS)).isEqualTo("alone own");
    }

    @Test
    void whatCannotBeStoredTogetherIsStoredOneByOne() throws Exception {
        answer = events -> Optional.empty();
        first();
        Map<String, Future<String>> others = waiting(List.of("a", "b", "c"));
        open.countDown();

        for (Map.Entry<String, Future<String>> other : others.entrySet()) assertThat(other.getValue().get(5, TimeUnit.SECONDS)).isEqualTo("alone " + other.getKey());
    }

    @Test
    void oneThatTheDatabaseRefusesDoesNotHarmTheOthers() throws Exception {
        answer = events -> {
            throw new DataIntegrityViolationException("one of them");
        };
        first();
        Map<String, Future<String>> others = waiting(List.of("a", "bad", "c"));
        open.countDown();

        assertThat(others.get("a").get(5, TimeUnit.SECONDS)).isEqualTo("alone a");
        assertThat(others.get("c").get(5, TimeUnit.SECONDS)).isEqualTo("alone c");
        assertThatThrownBy(() -> others.get("bad").get(5, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void whenTheDatabaseIsAwayAllHearItAndTheNextIsStored() throws Exception {
        answer = events -> {
            throw new DataAccessResourceFailureException("away", new java.sql.SQLTransientConnectionException("away", "08001"));
        };
        first();
        Map<String, Future<String>> others = waiting(List.of("a", "b"));
        open.countDown();

        for (Future<String> other : others.values()) {
            assertThatThrownBy(() -> other.get(5, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(DataAccessResourceFailureException.class);
        }
        assertThat(alone).containsExactly("first");
        assertThat(senders.submit(() -> commits.store("one", "next")).get(5, TimeUnit.SECONDS)).isEqualTo("alone next");
    }

    @Test
    void anErrorOfTheOneThatStoresLeavesNobodyWaiting() throws Exception {
        answer = events -> {
            throw new StackOverflowError();
        };
        first();
        Map<String, Future<String>> others = waiting(List.of("a", "b", "c"));
        open.countDown();

        List<String> answered = new ArrayList<>();
        int failed = 0;
        for (Future<String> other : others.values()) {
            try {
                answered.add(other.get(5, TimeUnit.SECONDS));
            } catch (ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(StackOverflowError.class);
                failed++;
            }
        }
        assertThat(failed).isEqualTo(1);
        assertThat(answered).hasSize(2);
    }

    /** It is being stored when this is back. */
    private Future<String> first() {
        Future<String> first = senders.submit(() -> commits.store("one", "first"));
        Awaitility.await().until(() -> alone.contains("first"));
        return first;
    }

    /** All wait when this is back. */
    private Map<String, Future<String>> waiting(List<String> events) {
        Map<String, Future<String>> answers = new ConcurrentHashMap<>();
        for (String event : events) answers.put(event, senders.submit(() -> {
            threads.put(event, Thread.currentThread());
            return commits.store("one", event);
        }));
        Awaitility.await().until(() -> events.stream().allMatch(event -> threads.containsKey(event) && threads.get(event).getState() == Thread.State.WAITING));
        return answers;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
