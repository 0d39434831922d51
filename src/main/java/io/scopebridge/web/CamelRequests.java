package io.scopebridge.web;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.apache.camel.component.platform.http.PlatformHttpConstants;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpConsumer;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpEngine;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.DeferredResultMethodReturnValueHandler;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Requests that routes answer run on the thread of the container, as those of controllers do. Camel would pass each to another thread, and the
 * container would dispatch it a second time once it was answered. Only so many: what waits for others must leave threads for the console.
 */
@Configuration(proxyBeanMethods = false)
class CamelRequests {

    private static final int MOST_THREADS = 60;

    @Bean(PlatformHttpConstants.PLATFORM_HTTP_ENGINE_NAME)
    PlatformHttpEngine platformHttpEngine(@Value("${server.port:8080}") int port, @Qualifier("applicationTaskExecutor") Executor others) {
        Semaphore threads = new Semaphore(MOST_THREADS);
        return new SpringBootPlatformHttpEngine(port, request -> {
            if (!threads.tryAcquire()) {
                others.execute(request);
                return;
            }
            try {
                request.run();
            } finally {
                threads.release();
            }
        });
    }

    @Bean
    static BeanPostProcessor answeredRequests() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof RequestMappingHandlerAdapter adapter && adapter.getReturnValueHandlers() != null) {
                    List<HandlerMethodReturnValueHandler> handlers = new ArrayList<>(adapter.getReturnValueHandlers());
                    handlers.add(0, new Answered());
                    adapter.setReturnValueHandlers(handlers);
                }
                return bean;
            }
        };
    }

    /** Needs no asynchronous request if the route has answered already. */
    private static final class Answered implements HandlerMethodReturnValueHandler {

        private final HandlerMethodReturnValueHandler later = new DeferredResultMethodReturnValueHandler();

        @Override
        public boolean supportsReturnType(MethodParameter type) {
            return SpringBootPlatformHttpConsumer.class.isAssignableFrom(type.getContainingClass()) && CompletableFuture.class == type.getParameterType();
        }

        @Override
        public void handleReturnValue(Object value, MethodParameter type, ModelAndViewContainer view, NativeWebRequest request) throws Exception {
            if (value instanceof CompletableFuture<?> answer && answer.isDone() && !answer.isCompletedExceptionally()) view.setRequestHandled(true);
            else later.handleReturnValue(value, type, view, request);
        }
    }
}
