package io.scopebridge.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what no part of the hub can use, before a library stumbles over it: control characters in parameters, and content of no type. */
class WellFormed extends OncePerRequestFilter {

    private static final Pattern NAME = Pattern.compile("[\\p{IsAssigned}&&[^\\p{IsControl}]]*");
    /** Line breaks and tabs can be part of a text that somebody searches for. */
    private static final Pattern VALUE = Pattern.compile("[[^\\p{IsControl}]\\t\\r\\n]*");

    private final BodyReader reader;

    WellFormed(BodyReader reader) {
        this.reader = reader;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.REQUEST && request.getRequestURI().equals(request.getContextPath() + "/error")) {
            response.sendError(HttpStatus.NOT_FOUND.value());
        } else if (isOfNoType(request)) {
            reader.refuse(response, HttpStatus.BAD_REQUEST, "Content-Type names no type of content. Send JSON with Content-Type: application/json.");
        } else if (!request.getParameterMap().entrySet().stream().allMatch(parameter -> isText(parameter.getKey(), parameter.getValue()))) {
            reader.refuse(response, HttpStatus.BAD_REQUEST, "A parameter contains a control character, such as NUL. Remove it.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isOfNoType(HttpServletRequest request) {
        String type = request.getContentType();
        try {
            return type != null && !type.isBlank() && !MediaType.parseMediaType(type).isConcrete();
        } catch (InvalidMediaTypeException e) {
            return true;
        }
    }

    private static boolean isText(String name, String[] values) {
        if (!NAME.matcher(name).matches()) return false;
        for (String value : values) if (!VALUE.matcher(value).matches()) return false;
        return true;
    }
}
