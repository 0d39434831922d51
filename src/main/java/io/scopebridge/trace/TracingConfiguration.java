package io.scopebridge.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** OpenTelemetry as its own settings say; without the address of a collector it does nothing and has no thread. */
@Configuration(proxyBeanMethods = false)
class TracingConfiguration {

    @Bean(destroyMethod = "close")
    TraceExport traceExport(Environment environment) {
        Map<String, String> settings = settings(environment);
        return isOn(settings) ? new TraceExport(sdk(settings)) : TraceExport.OFF;
    }

    private static boolean isOn(Map<String, String> settings) {
        boolean address = !settings.getOrDefault("otel.exporter.otlp.endpoint", "").isBlank() || !settings.getOrDefault("otel.exporter.otlp.traces.endpoint", "").isBlank();
        return address && !Boolean.parseBoolean(settings.get("otel.sdk.disabled")) && !"none".equals(settings.get("otel.traces.exporter"));
    }

    /** From the environment, system properties and application.yaml. */
    private static Map<String, String> settings(Environment environment) {
        Map<String, String> settings = new HashMap<>();
        Binder.get(environment).bind("otel", Bindable.mapOf(String.class, String.class)).orElse(Map.of()).forEach((name, value) -> settings.put("otel." + name, value));
        return settings;
    }

    private static OpenTelemetry sdk(Map<String, String> settings) {
        settings.putIfAbsent("otel.exporter.otlp.protocol", TraceExport.PROTOCOL);
        String protocol = settings.getOrDefault("otel.exporter.otlp.traces.protocol", settings.get("otel.exporter.otlp.protocol"));
        if (!protocol.equals(TraceExport.PROTOCOL)) {
            throw new IllegalArgumentException("otel.exporter.otlp.protocol is '" + protocol + "'; the hub sends traces as " + TraceExport.PROTOCOL + " only. Remove the setting, and name the collector's port for HTTP, usually 4318.");
        }
        settings.putIfAbsent("otel.service.name", "scopebridge");
        // Metrics are at /actuator/prometheus, log lines at the standard output.
        settings.put("otel.metrics.exporter", "none");
        settings.put("otel.logs.exporter", "none");
        settings.put("otel.traces.exporter", "otlp");
        // Baggage of strangers is not read.
        settings.put("otel.propagators", "tracecontext");
        return AutoConfiguredOpenTelemetrySdk.builder().addPropertiesCustomizer(read -> settings).disableShutdownHook().build().getOpenTelemetrySdk();
    }
}
