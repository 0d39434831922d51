package io.scopebridge.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.group.StartsServer;
import io.scopebridge.practice.Request;
import io.scopebridge.practice.connectwise.PracticeConnectWise;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check itself, against a small document that holds what the published ones are made of. */
@StartsServer
class ContractCheckTest {

    private static final String DOCUMENT = """
        { "openapi": "3.0.3", "info": { "title": "Practice", "version": "1" }, "security": [ { "key": [] } ],
          "paths": {
            "/things": {
              "get": { "parameters": [
                  { "name": "pageSize", "in": "query", "schema": { "type": "integer", "maximum": 1000 } },
                  { "name": "clientId", "in": "header", "required": true, "schema": { "type": "string" } } ],
                "responses": { "200": { "description": "ok" } } },
              "post": { "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/ThingCreate" } } } },
                "responses": { "200": { "description": "ok" } } } },
            "/things/{id}": {
              "get": { "parameters": [ { "name": "id", "in": "path", "required": true, "schema": { "type": "integer", "format": "int32" } } ],
                "responses": { "200": { "description": "ok" } } } } },
          "components": {
            "securitySchemes": { "key": { "type": "apiKey", "in": "header", "name": "Secret" } },
            "schemas": {
              "Thing": { "type": "object", "properties": {
                "name": { "type": "string", "maxLength": 10 },
                "hours": { "type": "number", "nullable": true },
                "start": { "type": "string", "format": "date-time" },
                "kind": { "type": "string", "enum": ["Large", "Small"] },
                "changed": { "type": "string", "readOnly": true },
                "parent": { "$ref": "#/components/schemas/Parent" } } },
              "Parent": { "type": "object", "required": ["id"], "properties": { "id": { "type": "integer", "format": "int32" } } },
              "ThingCreate": { "allOf": [ { "$ref": "#/components/schemas/Thing" }, { "type": "object", "required": ["name"] } ] } } } }
        """;

    private final Contract contract = contract();

    @Test
    void aRequestThatTheDocumentAllowsIsValid() {
        assertThat(contract.violations(get("/v4/apis/3.0/things", Map.of("pageSize", List.of("1000"))))).isEmpty();
        assertThat(contract.violations(get("/v4/apis/3.0/things/17", Map.of()))).isEmpty();
        assertThat(contract.violations(post("""
            { "name": "äöü 7 char", "hours": null, "start": "2026-03-01T00:00:00Z", "kind": "Large", "parent": { "id": 5 } }"""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        { "hours": 1 }                            | required
        { "name": "a name too long" }             | maxLength
        { "name": 7 }                             | type
        { "name": "a", "hours": "7" }             | type
        { "name": "a", "kind": "large" }          | enum
        { "name": "a", "start": "2026-03-01" }    | format
        { "name": "a", "nmae": "b" }              | additionalProperties
        { "name": "a", "changed": "b" }           | additionalProperties
        { "name": "a", "parent": {} }             | required
        { "name": "a", "parent": { "uid": 1 } }   | additionalProperties
        { "name": "a", "parent": { "id": 4000000000 } } | int32
        { "name": "a"                             | Unable to parse JSON
        """)
    void aBodyThatBreaksTheSchemaIsFound(String body, String broken) {
        assertThat(contract.violations(post(body))).isNotEmpty().anyMatch(violation -> violation.contains(broken));
    }

    @Test
    void anUnknownPathAnUnknownMethodAndAWordInPlaceOfANumberAreFound() {
        assertThat(contract.violations(get("/v4/apis/3.0/thinks", Map.of()))).singleElement().asString().contains("path.missing");
        assertThat(contract.violations(get("/things", Map.of()))).containsExactly("Not below the address of the API");
        assertThat(contract.violations(get("/v4/apis/3.0/things/", Map.of()))).singleElement().asString().contains("path.missing");
        assertThat(contract.violations(request("DELETE", "/v4/apis/3.0/things", Map.of(), ""))).singleElement().asString().contains("operation.notAllowed");
        assertThat(contract.violations(get("/v4/apis/3.0/things/all", Map.of()))).singleElement().asString().contains("parameter.schema.type");
    }

    @Test
    void anUnknownParameterAndAWrongOneAreFound() {
        assertThat(contract.violations(get("/v4/apis/3.0/things", Map.of("pagesize", List.of("25"))))).singleElement().asString().contains("query.unexpected");
        assertThat(contract.violations(get("/v4/apis/3.0/things", Map.of("pageSize", List.of("1001"))))).singleElement().asString().contains("maximum");
        assertThat(contract.violations(get("/v4/apis/3.0/things", Map.of("pageSize", List.of("25", "26"))))).isNotEmpty();
    }

    @Test
    void aMissingHeaderMissingCredentialsAndABodyOfAnotherKindAreFound() {
        assertThat(contract.violations(without("clientid"))).singleElement().asString().contains("header.missing");
        assertThat(contract.violations(without("secret"))).singleElement().asString().contains("security.missing");
        Request form = post("{ \"name\": \"a\" }");
        form.headers().put("content-type", "application/x-www-form-urlencoded");
        assertThat(contract.violations(form)).anyMatch(violation -> violation.contains("contentType.notAllowed"));
        form.headers().remove("content-type");
        assertThat(contract.violations(form)).containsExactly("A body without Content-Type");
        assertThat(contract.violations(post(""))).singleElement().asString().contains("body.missing");
    }

    @Test
    void autotaskPathsAreReadInAnyCaseAndAnyZone() throws JsonProcessingException {
        ContractPath paths = ContractPath.autotask(new ObjectMapper().readTree("""
            { "paths": { "/V1.0/Projects/{parentId}/Tasks": {}, "/V1.0/Projects/query": {}, "/V1.0/Projects/{id}": {} } }"""));
        assertThat(paths.of("/ATServicesRest/v1.0/projects/17/tasks")).contains("/V1.0/Projects/17/Tasks");
        assertThat(paths.of("/zone2/ATServicesRest/V1.0/Projects/Query")).contains("/V1.0/Projects/query");
        assertThat(paths.of("/V1.0/Projects/17")).isEmpty();
        assertThat(paths.of("/ATServicesRest/V1.0/Tickets")).contains("/V1.0/Tickets");
        assertThat(paths.isOutside("/Mvc/Framework/Navigation.mvc")).isTrue();
        assertThat(ContractPath.connectwise().isOutside("/login/companyinfo/northwind")).isTrue();
    }

    @Test
    void everyViolationIsToldWithItsRequestAndWithoutCredentials() throws Exception {
        ContractCheck check = new ContractCheck(Optional.of(contract));
        try (PracticeConnectWise server = started()) {
            check.watch(server);
            send(server, "/v4/apis/3.0/things/17?colour=red");
            send(server, "/v4/apis/3.0/things/17");
            send(server, "/v4/apis/3.0/others");
            assertThatThrownBy(check::assertAllValid).isInstanceOf(AssertionError.class)
                .hasMessageContaining("2 requests").hasMessageContaining("/v4/apis/3.0/things/17 {colour=[red]}")
                .hasMessageContaining("/v4/apis/3.0/others").hasMessageNotContaining("hush");
            assertThatThrownBy(check::assertAllValid).hasMessageContaining("2 requests");
        }
    }

    @Test
    void withoutADocumentEveryRequestPasses() throws Exception {
        ContractCheck check = new ContractCheck(Optional.empty());
        try (PracticeConnectWise server = started()) {
            check.watch(server);
            send(server, "/v4/apis/3.0/others");
            assertThatCode(check::assertAllValid).doesNotThrowAnyException();
        }
    }

    private static Contract contract() {
        try {
            return new Contract(new ObjectMapper().readTree(DOCUMENT), ContractPath.connectwise());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PracticeConnectWise started() {
        PracticeConnectWise server = new PracticeConnectWise();
        server.start(0);
        return server;
    }

    private static void send(PracticeConnectWise server, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path)).header("Secret", "hush").header("clientId", "c").build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static Request without(String header) {
        Request request = get("/v4/apis/3.0/things", Map.of());
        request.headers().remove(header);
        return request;
    }

    private static Request get(String path, Map<String, List<String>> query) {
        return request("GET", path, query, "");
    }

    private static Request post(String body) {
        return request("POST", "/v4/apis/3.0/things", Map.of(), body);
    }

    private static Request request(String method, String path, Map<String, List<String>> query, String body) {
        Map<String, String> headers = new LinkedHashMap<>(Map.of("secret", "hush", "clientid", "c"));
        if (!body.isEmpty()) headers.put("content-type", "application/json; charset=utf-8");
        return new Request(method, path, query, headers, body, null, List.of());
    }
}
