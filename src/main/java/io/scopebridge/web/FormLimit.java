package io.scopebridge.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads forms, before the login: asking for a parameter, such as the CSRF token, makes the container read the form of a stranger, for as
 * long as it takes to arrive. Only the login and the logout have forms. Bodies of the actuator are not forms, whatever they are called,
 * and a request without a body has none: {@code curl -d ''} calls it one.
 */
class FormLimit extends OncePerRequestFilter {

    private static final Set<String> WITH_FORM = Set.of("/login", "/logout");
    private static final int LARGEST = 16 * 1024;

    private final ToIntFunction<String> limits;
    private final BodyReader reader;

    FormLimit(ToIntFunction<String> limits, BodyReader reader) {
        this.limits = limits;
        this.reader = reader;
    }

    static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType() == null ? "" : request.getContentType().toLowerCase(Locale.ROOT).strip();
        return type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE) || type.startsWith("multipart/");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isForm(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean parts = request.getContentType().toLowerCase(Locale.ROOT).contains("multipart/");
        boolean form = WITH_FORM.contains(path) && !parts;
        if (!parts && !BodyLimit.hasBody(request)) {
            chain.doFilter(new WithoutType(request), response);
            return;
        }
        if (parts || !form && !path.startsWith("/actuator/")) {
            reader.refuse(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Forms are not accepted here. Send JSON with Content-Type: application/json.");
            return;
        }
        byte[] body = reader.read(request, response, form ? LARGEST : limits.applyAsInt(path));
        if (body == null) return;
        MultiValueMap<String, String> fields = form ? fields(body) : new LinkedMultiValueMap<>();
        if (fields == null) reader.refuse(response, HttpStatus.BAD_REQUEST, "The form is not URL-encoded.");
        else chain.doFilter(new ReadRequest(request, body, fields), response);
    }

    /** Null if it is none. */
    private static MultiValueMap<String, String> fields(byte[] body) throws IOException {
        try {
            MultiValueMap<String, String> fields = new FormHttpMessageConverter().read(null, new HttpInputMessage() {
                @Override
                public InputStream getBody() {
                    return new ByteArrayInputStream(body);
                }

                @Override
                public HttpHeaders getHeaders() {
                    return new HttpHeaders();
                }
            });
            fields.values().forEach(values -> values.replaceAll(value -> value == null ? "" : value));
            return fields;
        } catch (IllegalArgumentException | HttpMessageNotReadableException e) {
            return null;
        }
    }
}
