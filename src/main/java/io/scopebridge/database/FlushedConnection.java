package io.scopebridge.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import org.h2.engine.SessionLocal;

/**
 * Waits for a flush after each commit, also after that of a statement outside a transaction, unless it is known to read only. Who wrote
 * nothing because another transaction did it already answers as if it had done it: that must be in the file too.
 */
final class FlushedConnection implements InvocationHandler {

    private final Connection connection;
    private final SessionLocal session;
    private final SharedFlush flush;
    private boolean readOnly;

    private FlushedConnection(Connection connection, SessionLocal session, SharedFlush flush) {
        this.connection = connection;
        this.session = session;
        this.flush = flush;
    }

    static Connection of(Connection connection, SessionLocal session, SharedFlush flush) {
        return (Connection) Proxy.newProxyInstance(FlushedConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, new FlushedConnection(connection, session, flush));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "commit", "setAutoCommit" -> committed(method, arguments);
            case "setReadOnly" -> readOnly(method, arguments);
            case "rollback" -> rolledBack(method, arguments);
            case "createStatement" -> statement(proxy, Statement.class, method, arguments);
            case "prepareStatement" -> statement(proxy, PreparedStatement.class, method, arguments);
            case "prepareCall" -> statement(proxy, CallableStatement.class, method, arguments);
            case "equals" -> proxy == arguments[0];
            default -> call(connection, method, arguments);
        };
    }

    private Object committed(Method method, Object[] arguments) throws Throwable {
        boolean wrote = session.containsUncommitted();
        boolean transaction = !connection.getAutoCommit();
        Object nothing = wrote ? whole(connection, method, arguments) : call(connection, method, arguments);
        boolean ended = !method.getName().equals("setAutoCommit") || Boolean.TRUE.equals(arguments[0]);
        if (ended && (wrote || transaction && !readOnly)) flush.await();
        return nothing;
    }

    private Object rolledBack(Method method, Object[] arguments) throws Throwable {
        Object nothing = whole(connection, method, arguments);
        if (arguments == null) flush.await();
        return nothing;
    }

    private Object readOnly(Method method, Object[] arguments) throws Throwable {
        readOnly = (Boolean) arguments[0];
        return call(connection, method, arguments);
    }

    private Object statement(Object proxy, Class<? extends Statement> type, Method method, Object[] arguments) throws Throwable {
        Statement statement = (Statement) call(connection, method, arguments);
        String prepared = arguments != null && arguments[0] instanceof String sql ? sql : null;
        return Proxy.newProxyInstance(FlushedConnection.class.getClassLoader(), new Class<?>[] {type}, (self, called, given) -> {
            if (called.getName().equals("getConnection")) return proxy;
            if (called.getName().equals("equals")) return self == given[0];
            if (!called.getName().startsWith("execute")) return call(statement, called, given);
            String sql = given != null && given[0] instanceof String text ? text : prepared;
            if (sql != null && StatementKind.onlyReads(sql)) return call(statement, called, given);
            boolean committed = connection.getAutoCommit();
            try {
                return whole(statement, called, given);
            } finally {
                // Also of a batch of which some rows were refused.
                if (committed) flush.await();
            }
        });
    }

    private Object whole(Object target, Method method, Object[] arguments) throws Throwable {
        flush.statements().begin(session.containsUncommitted());
        try {
            return call(target, method, arguments);
        } finally {
            flush.statements().end();
        }
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
