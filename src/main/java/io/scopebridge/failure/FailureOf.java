package io.scopebridge.failure;

import io.scopebridge.connection.UnknownConnection;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** What an exception of a route means to an operator. */
public final class FailureOf {

    private FailureOf() {
    }

    /** Never fails and never answers null; what is not known to be anything else is a bug. */
    public static Failure of(Throwable thrown) {
        List<Throwable> chain = chain(thrown);
        for (Throwable link : chain) {
            if (link instanceof Classified known && known.failure() != null) {
                return known.failure();
            }
            if (link instanceof UnknownConnection) {
                return Failure.of(FailureClass.CONFIGURATION, link.getMessage(), "Enter the connection again, or ignore this entry when it was removed on purpose.");
            }
            if (link instanceof HttpOperationFailedException refused) {
                return HttpFailures.of(refused);
            }
            if (link instanceof DataAccessException || link instanceof TransactionException || link instanceof SQLException) {
                return database(link, chain);
            }
        }
        return chain.stream().filter(IOException.class::isInstance).findFirst()
                .map(broken -> NetworkFailures.of((IOException) broken, chain))
                .orElseGet(() -> bug(chain));
    }

    private static Failure database(Throwable link, List<Throwable> chain) {
        if (link instanceof NonTransientDataAccessException) {
            return bug(chain);
        }
        Throwable root = chain.get(chain.size() - 1);
        return Failure.of(FailureClass.TRANSIENT, "The hub's database did not do what it was asked: " + message(root),
                "Check that the database of the hub is up, has free space and free connections; the work is tried again.");
    }

    private static Failure bug(List<Throwable> chain) {
        Throwable subject = chain.stream().filter(link -> !isWrapper(link)).findFirst().orElse(chain.get(0));
        boolean mapping = chain.stream().anyMatch(link -> link.getClass().getName().contains("datasonnet"));
        return Failure.of(FailureClass.BUG,
                (mapping ? "A mapping failed: " : "The hub or one of its routes failed: ") + message(subject),
                mapping ? "Send this entry with its cause, payload and stack trace to whoever maintains the mappings; after the file is mended, retry."
                        : "Send this entry with its cause, payload and stack trace to whoever maintains the routes of this hub; after it is mended, retry.");
    }

    private static boolean isWrapper(Throwable link) {
        return link.getCause() != null && (link instanceof CamelExecutionException || link instanceof ExecutionException
                || link instanceof InvocationTargetException || link instanceof UndeclaredThrowableException
                || link.getClass() == RuntimeCamelException.class || link.getClass() == RuntimeException.class);
    }

    static String message(Throwable link) {
        String text = link.getMessage();
        String said = text == null || text.isBlank() ? link.getClass().getSimpleName() : text.strip();
        return Redaction.of(said.substring(0, Math.min(said.length(), 2_000)));
    }

    /** From the outermost to the root; bounded, because causes can form a circle. */
    private static List<Throwable> chain(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable link = thrown; link != null && chain.size() < 30 && !chain.contains(link); link = link.getCause()) {
            chain.add(link);
        }
        return chain.isEmpty() ? List.of(new IllegalStateException("It was given up without saying why")) : chain;
    }
}
