package io.scopebridge.draft;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.draft.process.Children;
import io.scopebridge.log.LogSearches;
import io.scopebridge.mapping.MappingOverrides;
import io.scopebridge.mapping.Mappings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** The mappings of one node with their drafts, without the rest of the hub. */
final class DraftNode {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Of all nodes, because Java takes a second or two to start one. */
    static final Children CHILDREN = new Children(JSON, DataSize.ofMegabytes(96));

    final Overrides overrides;
    final Mappings mappings;
    final Versions versions;
    final FileVersions files;
    final KeptInputs inputs;
    final DraftRuns runs;
    final Promotions promotions;
    final Catalog catalog;

    DraftNode(DataSource database, Path folder, int mostInputs, Duration run) {
        JdbcClient db = JdbcClient.create(database);
        overrides = new Overrides(db);
        mappings = new Mappings("file:" + folder, JSON, new StaticListableBeanFactory(Map.of("overrides", overrides)).getBeanProvider(MappingOverrides.class), Duration.ofMinutes(5));
        versions = new Versions(db);
        files = new FileVersions(mappings, versions, new TransactionTemplate(new DataSourceTransactionManager(database)));
        inputs = new KeptInputs(db, JSON, mostInputs, DataSize.ofKilobytes(10), DataSize.ofMegabytes(1), DataSize.ofBytes(2_500_000));
        runs = new DraftRuns(mappings, new DraftInputs(mappings, inputs), new BoundedRun(CHILDREN, 1, run, Duration.ofSeconds(60)));
        promotions = new Promotions(db, new TransactionTemplate(new DataSourceTransactionManager(database)), versions, overrides, runs, mappings);
        catalog = new Catalog(mappings, versions, promotions, new MappingFailures(LogSearches.over(database)));
    }

    Object map(String mapping, Object payload) {
        return mappings.apply(mapping, payload);
    }
}
