package io.scopebridge.demo;

import io.scopebridge.practice.autotask.PracticeAutotask;
import io.scopebridge.practice.connectwise.PracticeConnectWise;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The configuration of the hub that works against the practice servers: two connections, and a password that stays the same. */
final class PracticeSettings {

    private PracticeSettings() {
    }

    static Map<String, Object> of(Path home, PracticeSystems systems) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("scopebridge.data", home.resolve("data").toString());
        settings.put("scopebridge.console.password", password(home.resolve("data/password")));
        settings.put("scopebridge.public-url", "http://127.0.0.1:${server.port:8080}");
        // The practice servers are on this machine, whatever proxy it uses.
        settings.put("scopebridge.proxy.url", "none");
        settings.put("logging.level.root", "warn");
        settings.put("logging.level.scopebridge", "info");
        settings.put("logging.pattern.console", "%d{HH:mm:ss} %-5level %msg%n");
        settings.put("spring.main.banner-mode", "off");
        connection(settings, "northwind-autotask", "Northwind Autotask", "autotask", systems);
        String autotask = "scopebridge.connections.northwind-autotask.settings.";
        settings.put(autotask + "autotask.zoneLookupUrl", systems.autotask().url() + "/atservicesrest");
        settings.put(autotask + "autotask.username", PracticeAutotask.USER);
        settings.put(autotask + "autotask.secret", PracticeAutotask.SECRET);
        settings.put(autotask + "autotask.integrationCode", PracticeAutotask.INTEGRATION_CODE);
        connection(settings, "northwind-connectwise", "Northwind ConnectWise", "connectwise", systems);
        String connectWise = "scopebridge.connections.northwind-connectwise.settings.";
        settings.put(connectWise + "connectwise.host", systems.connectWise().url());
        settings.put(connectWise + "connectwise.companyId", PracticeConnectWise.COMPANY_ID);
        settings.put(connectWise + "connectwise.publicKey", PracticeConnectWise.PUBLIC_KEY);
        settings.put(connectWise + "connectwise.privateKey", PracticeConnectWise.PRIVATE_KEY);
        settings.put(connectWise + "connectwise.clientId", PracticeConnectWise.CLIENT_ID);
        settings.put(connectWise + "opportunities.status", "Open, Quoted");
        settings.put(connectWise + "projects.options.board", "Projects");
        return settings;
    }

    private static void connection(Map<String, Object> settings, String id, String name, String system, PracticeSystems systems) {
        String at = "scopebridge.connections." + id + ".";
        settings.put(at + "name", name);
        settings.put(at + "system", system);
        settings.put(at + "enabled", "true");
        settings.put(at + "settings.scopestack.apiUrl", systems.scopeStack().url());
        settings.put(at + "settings.scopestack.tokenUrl", systems.scopeStack().url() + "/oauth/token");
        settings.put(at + "settings.scopestack.webUrl", systems.scopeStack().url());
        settings.put(at + "settings.scopestack.clientId", "practice-" + system + "-client");
        settings.put(at + "settings.scopestack.clientSecret", "practice-" + system + "-secret");
        settings.put(at + "settings.projects.createOnApproval", "true");
        settings.put(at + "settings.projects.cron", "*/10 * * * * *");
        settings.put(at + "settings.network.allowPlainHttp", "true");
        settings.put(at + "settings.network.privateHosts", "127.0.0.1");
        settings.put(at + "settings.webhooks.secret", webhookSecret());
    }

    /** A secret for practice: everybody may know it, so that the line to try can be shown. */
    static String webhookSecret() {
        return "whsec_" + Base64.getEncoder().encodeToString("practice-webhook-secret-24-b".getBytes());
    }

    /** Made at the first start and kept, so that it can be printed at every start. */
    private static String password(Path file) {
        try {
            if (Files.exists(file)) return Files.readString(file).strip();
            Files.createDirectories(file.getParent());
            byte[] random = new byte[12];
            new SecureRandom().nextBytes(random);
            String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, password);
            return password;
        } catch (IOException e) {
            throw new UncheckedIOException("The password of the practice hub", e);
        }
    }
}
