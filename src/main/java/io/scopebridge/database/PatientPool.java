package io.scopebridge.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts {@link PatientDataSource} in front of the connection pool, which then decides when H2 writes: each new connection would apply the
 * WRITE_DELAY of its URL to the whole database.
 */
@Configuration(proxyBeanMethods = false)
class PatientPool {

    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final String H2 = "jdbc:h2:";
    private static final Pattern WRITE_DELAY = Pattern.compile("(?i);WRITE_DELAY=[^;]*");

    @Bean
    static BeanPostProcessor inFrontOfThePool(ObjectProvider<DatabaseState> databaseState, @Value("${scopebridge.database.patience}") Duration patience) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (!(bean instanceof HikariDataSource pool)) return bean;
                if (pool.getJdbcUrl() != null && pool.getJdbcUrl().startsWith(POSTGRESQL)) bound(pool);
                if (pool.getJdbcUrl() != null && pool.getJdbcUrl().startsWith(H2)) pool.setJdbcUrl(WRITE_DELAY.matcher(pool.getJdbcUrl()).replaceAll(""));
                return new PatientDataSource(pool, databaseState.getObject(), patience);
            }
        };
    }

    /** What the URL says takes precedence. A node that vanished leaves no open transaction behind. */
    private static void bound(HikariDataSource pool) {
        pool.addDataSourceProperty("connectTimeout", "3");
        pool.addDataSourceProperty("loginTimeout", "3");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("options", "-c idle_in_transaction_session_timeout=120s");
    }
}
