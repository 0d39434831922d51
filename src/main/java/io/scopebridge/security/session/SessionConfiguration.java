package io.scopebridge.security.session;

import jakarta.servlet.DispatcherType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.support.TransactionOperations;

/** Sessions in the tables console_session and console_session_attributes, by Spring Session. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    private static final String TABLE = "console_session";
    /** Nobody can use an expired one before either. */
    private static final String CLEAN_UP = "0 3/10 * * * *";

    /** Without transactions: the end of one waits for the disk, also where it only reads; a session without its texts is nobody's. */
    @Bean
    JdbcIndexedSessionRepository storedSessions(JdbcOperations jdbc, @Value("${server.servlet.session.timeout}") Duration timeout) {
        JdbcIndexedSessionRepository sessions = new JdbcIndexedSessionRepository(jdbc, TransactionOperations.withoutTransaction());
        sessions.setTableName(TABLE);
        sessions.setDefaultMaxInactiveInterval(timeout);
        sessions.setConversionService(texts());
        sessions.setCleanupCron(CLEAN_UP);
        return sessions;
    }

    /** No Java objects: whoever can write to the database could otherwise have the hub create any. */
    private static ConversionService texts() {
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, text -> text.toString().getBytes(StandardCharsets.UTF_8));
        conversion.addConverter(byte[].class, Object.class, bytes -> new String(bytes, StandardCharsets.UTF_8));
        return conversion;
    }

    @Bean
    @SuppressWarnings("unchecked")
    ConsoleSessions consoleSessions(JdbcIndexedSessionRepository stored) {
        return new ConsoleSessions((FindByIndexNameSessionRepository<Session>) (FindByIndexNameSessionRepository<?>) stored);
    }

    @Bean
    FilterRegistrationBean<SessionFilter> sessionFilter(ConsoleSessions sessions, CookieSerializer cookies) {
        FilterRegistrationBean<SessionFilter> registration = new FilterRegistrationBean<>(new SessionFilter(sessions, cookies));
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
        return registration;
    }
}
