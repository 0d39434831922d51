package io.scopebridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@Fast
class MappingBeansTest {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class))
            .withInitializer(started -> started.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance()))
            .withPropertyValues("scopebridge.mapping-timeout=5m")
            .withUserConfiguration(Mappings.class, MappingWarmUp.class, MappingComponent.class);

    @Test
    void mappingsAreABeanOfThatNameAndAComponentOfRoutes() {
        context.run(started -> {
            assertThat(started).hasNotFailed().hasBean("mappings").hasBean("mapping-component");
            Object plan = started.getBean(Mappings.class).apply("scopestack/opportunities", Map.of("accountId", "1", "opportunities", List.of()));
            assertThat(plan).asInstanceOf(InstanceOfAssertFactories.MAP).containsEntry("system", "scopestack");
        });
    }

    @Test
    void theLocationIsASpringResource() {
        context.withPropertyValues("scopebridge.mappings=classpath:mappings-of-tests").run(started -> {
            Mappings mappings = started.getBean(Mappings.class);
            assertThat(mappings.names()).containsExactly("acme/greeting");
            assertThat(mappings.apply("acme/greeting", Map.of("name", "you"))).isEqualTo("Hello you");
        });
    }
}
