package io.scopebridge.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** From every body that a controller receives: its reason, if present, and the names of its fields. */
@RestControllerAdvice
class ApiAuditBody extends RequestBodyAdviceAdapter {

    private final ObjectMapper json;

    ApiAuditBody(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public Object afterBodyRead(Object body, HttpInputMessage message, MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) return body;
        JsonNode read = json.valueToTree(body);
        if (read.path("reason").isTextual()) request.setAttribute(ApiAudit.REASON, read.path("reason").asText(), RequestAttributes.SCOPE_REQUEST);
        Set<String> names = new TreeSet<>();
        read.properties().stream().filter(field -> !field.getValue().isNull()).forEach(field -> names.add(field.getKey()));
        request.setAttribute(ApiAudit.FIELDS, names, RequestAttributes.SCOPE_REQUEST);
        return body;
    }
}
