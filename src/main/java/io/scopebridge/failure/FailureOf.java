package io.scopebridge.failure;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.RuntimeExpressionException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.transaction.TransactionException;

/** The meaning of a route's exception for operators. */
public final class FailureOf {

    /** Database errors that would recur. */
    private static final List<Class<? extends DataAccessException>> WRONG_USE = List.of(DataIntegrityViolationException.class,
            DataRetrievalFailureException.class, InvalidDataAccessApiUsageException.class, InvalidDataAccessResourceUsageException.class);
    private static final Pattern DATASONNET = Pattern.compile("^(?:Problem [a-z]+ script: )?com\\.datasonnet\\.[\\w.$]+:\\s*");

    private FailureOf() {
    }

    /** Never fails and never returns null; an unclassified exception is a bug. */
    public static Failure of(Throwable thrown) {
        List<Throwable> chain = chain(thrown);
        for (Throwable link : chain) {
            if (link instanceof Classified known && known.failure() != null) {
                return known.failure();
            }
            if (link instanceof HttpOperationFailedException refused) {
                return HttpFailures.of(refused);
            }
            if (link instanceof DataAccessException || link instanceof TransactionException || link instanceof SQLException) {
                return database(link, chain);
            }
            if (link instanceof JsonProcessingException unreadable) {
                return UnreadableJson.of(unreadable);
            }
        }
        return chain.stream().filter(IOException.class::isInstance).findFirst()
                .map(broken -> NetworkFailures.of((IOException) broken, chain))
                .orElseGet(() -> bug(chain));
    }

    private static Failure database(Throwable link, List<Throwable> chain) {
        if (WRONG_USE.stream().anyMatch(wrong -> wrong.isInstance(link))) {
            return bug(chain);
        }
        Throwable root = chain.get(chain.size() - 1);
        return Failure.of(FailureClass.TRANSIENT, "The hub's database reported an error: " + message(root),
                "Check that the hub's database is running and has free disk space and free connections. The job is retried.");
    }

    private static Failure bug(List<Throwable> chain) {
        Throwable subject = chain.stream().filter(link -> !isWrapper(link)).findFirst().orElse(chain.get(0));
        boolean mapping = chain.stream().anyMatch(link -> link.getClass().getName().contains("datasonnet")
                || DATASONNET.matcher(String.valueOf(link.getMessage())).find());
        return Failure.of(FailureClass.BUG,
                (mapping ? "A mapping failed: " : "The hub or one of its routes failed: ") + DATASONNET.matcher(message(subject)).replaceFirst(""),
                mapping ? "Send this entry with its cause, payload and stack trace to whoever maintains the mappings. Retry after the file is fixed."
                        : "Send this entry with its cause, payload and stack trace to whoever maintains the routes of this hub. Retry after it is fixed.");
    }

    private static boolean isWrapper(Throwable link) {
        return link.getCause() != null && (link instanceof CamelExecutionException || link instanceof ExecutionException
                || link instanceof InvocationTargetException || link instanceof UndeclaredThrowableException
                || link instanceof RuntimeExpressionException || link.getClass() == RuntimeCamelException.class
                || link.getClass() == RuntimeException.class);
    }

    static String message(Throwable link) {
        String text = link.getMessage();
        String said = text == null || text.isBlank() ? link.getClass().getSimpleName() : text.strip();
        return Redaction.of(said, 2_000);
    }

    /** From the outermost to the root; bounded, because causes can form a cycle. */
    private static List<Throwable> chain(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable link = thrown; link != null && chain.size() < 30 && !chain.contains(link); link = link.getCause()) {
            chain.add(link);
        }
        return chain.isEmpty() ? List.of(new IllegalStateException("It failed without a message")) : chain;
    }
}
