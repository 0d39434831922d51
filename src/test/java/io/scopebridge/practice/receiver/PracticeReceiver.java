package io.scopebridge.practice.receiver;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.practice.Answer;
import io.scopebridge.practice.PracticeServer;
import io.scopebridge.practice.Received;
import io.scopebridge.practice.Refusal;
import io.scopebridge.practice.Request;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Receives alerts: as Slack's incoming webhooks, as a workflow of Microsoft Teams, and as any receiver of Standard Webhooks. */
public final class PracticeReceiver extends PracticeServer {

    public static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final String SLACK_PATH = "/services/T0000/B0000/pr4ct1ceSl4ckT0ken";
    private static final String TEAMS_PATH = "/workflows/0af1/triggers/manual/paths/invoke";
    private static final String SIGNATURE = "pr4ct1ceS1gnature-_x";
    private static final int LARGEST_CARD = 28 * 1024;
    private static final int LONGEST_HEADER = 150;
    private static final int LONGEST_SECTION = 3000;

    public PracticeReceiver() {
        on("POST", SLACK_PATH, this::slack);
        on("POST", TEAMS_PATH, this::teams);
        on("POST", "/hook/", this::webhook);
    }

    public String slackUrl() {
        return url() + SLACK_PATH;
    }

    public String teamsUrl() {
        return url() + TEAMS_PATH + "?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=" + SIGNATURE;
    }

    public String webhookUrl() {
        return url() + "/hook/";
    }

    /** The bodies of the requests that were accepted, oldest first. */
    public List<JsonNode> accepted() {
        return received().stream().filter(one -> one.status() / 100 == 2).map(Received::request).map(Request::json).toList();
    }

    private Answer slack(Request request) {
        if (request.json() == null || !request.json().path("text").isTextual()) return Answer.of(400, "invalid_payload");
        for (JsonNode block : request.json().path("blocks")) {
            String text = block.at("/text/text").asText();
            boolean fits = !text.isEmpty() && text.length() <= (block.path("type").asText().equals("header") ? LONGEST_HEADER : LONGEST_SECTION);
            boolean known = block.path("type").asText().equals("header") ? block.at("/text/type").asText().equals("plain_text")
                : block.path("type").asText().equals("section") && block.at("/text/type").asText().matches("plain_text|mrkdwn");
            if (!fits || !known) return Answer.of(400, "invalid_blocks");
        }
        return Answer.of(200, "ok").with("Content-Type", "text/html");
    }

    private Answer teams(Request request) {
        if (!request.parameter("sig").orElse("").equals(SIGNATURE) || !request.parameter("sp").orElse("").equals("/triggers/manual/run")) return error(401, "The authentication credentials are not valid.");
        if (request.body().length() > LARGEST_CARD) return error(413, "Too large");
        JsonNode card = request.json() == null ? null : request.json().at("/attachments/0");
        boolean isCard = card != null && request.json().path("type").asText().equals("message")
            && card.path("contentType").asText().equals("application/vnd.microsoft.card.adaptive") && card.at("/content/type").asText().equals("AdaptiveCard");
        return isCard ? Answer.of(202, "") : error(400, "The input body is not of the expected type");
    }

    private Answer webhook(Request request) {
        String id = request.header("webhook-id").orElse("");
        String time = request.header("webhook-timestamp").orElse("");
        String expected = "v1," + mac(id + "." + time + "." + request.body());
        if (id.isEmpty() || Math.abs(System.currentTimeMillis() / 1000 - Long.parseLong(time)) > 300 || !request.header("webhook-signature").orElse("").equals(expected)) {
            return error(401, "The signature does not match");
        }
        return Answer.of(204, "");
    }

    private static String mac(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET.substring("whsec_".length())), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void admit(Request request) {
        if (!request.header("content-type").orElse("").startsWith("application/json")) throw new Refusal(error(415, "JSON is expected"));
        if (request.header("authorization").isPresent() || request.header("cookie").isPresent()) throw new Refusal(error(400, "Credentials of somebody else"));
    }

    @Override
    protected Answer error(int status, String message) {
        return Answer.of(status, message);
    }
}
