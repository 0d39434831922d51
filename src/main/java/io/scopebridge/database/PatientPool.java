package io.scopebridge.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts {@link PatientDataSource} in front of the connection pool. */
@Configuration(proxyBeanMethods = false)
class PatientPool {

    private static final String POSTGRESQL = "jdbc:postgresql:";

    @Bean
    static BeanPostProcessor inFrontOfThePool(ObjectProvider<DatabaseState> databaseState, @Value("${scopebridge.database.patience}") Duration patience) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (!(bean instanceof HikariDataSource pool)) return bean;
                if (pool.getJdbcUrl() != null && pool.getJdbcUrl().startsWith(POSTGRESQL)) bound(pool);
                pool.setJdbcUrl(EmbeddedUrl.ours(pool.getJdbcUrl()));
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
