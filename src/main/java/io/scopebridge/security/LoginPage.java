package io.scopebridge.security;

import io.scopebridge.security.signon.SignOn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.HtmlUtils;

/** The login page, and the redirect to the console. */
@Controller
class LoginPage {

    private static final Map<String, String> REFUSED_SIGN_ONS = Map.of("no-role", "Your user has no role in ScopeBridge. Ask an admin of the hub or of the provider for one.",
        "no-name", "The provider gave no user name that the hub can use. Ask an admin of the hub.",
        "taken", "The hub has a user of this name already. Log in with its password, or ask an admin of the hub.",
        "away", "The provider cannot be reached at the moment. Try again, or log in with a password.",
        "busy", "Too many sign-ons at the moment. Try again in a few seconds.",
        "failed", "The sign-on failed. Try again; if it fails again, the log of the hub says why.");

    private final String page = new ClassPathResource("templates/login.html").getContentAsString(StandardCharsets.UTF_8);
    private final SignOn signOn;

    LoginPage(SignOn signOn) throws IOException {
        this.signOn = signOn;
    }

    @GetMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE)
    @ResponseBody
    String login(CsrfToken token, @RequestParam(required = false) String wrong, @RequestParam(required = false) String out,
                 @RequestParam(required = false) String wait, @RequestParam(required = false) String busy, @RequestParam(required = false) String ended,
                 @RequestParam(name = "sign-on", required = false) String refused) {
        String message = wrong != null ? error("Invalid user name or password.")
                : wait != null && wait.matches("\\d{1,2}") ? error(new TooManyLogins(Integer.parseInt(wait)).getMessage())
                : busy != null ? error(new TooManyChecks().getMessage())
                : refused != null && REFUSED_SIGN_ONS.containsKey(refused) ? error(REFUSED_SIGN_ONS.get(refused))
                : out != null ? status("You are logged out.") : ended != null ? status("Your session has ended. Log in again.") : "";
        return page.replace("<!-- message -->", message).replace("<!-- sign-on -->", signOn.isOn() ? links() : "").replace("$token", HtmlUtils.htmlEscape(token.getToken()));
    }

    /** Signing out lets somebody else sign on in this browser. */
    private String links() {
        String title = HtmlUtils.htmlEscape(signOn.title());
        return "<p class=\"sign-on\"><a class=\"button\" href=\"" + SignOn.LINK + "\">Sign in with " + title + "</a></p>"
            + "<p class=\"sign-on\"><a href=\"" + SignOn.SIGN_OUT + "\">Sign out of " + title + "</a></p>";
    }

    private static String status(String sentence) {
        return "<p class=\"message\" role=\"status\">" + sentence + "</p>";
    }

    private static String error(String sentence) {
        return "<p class=\"message error\" role=\"alert\">" + sentence + "</p>";
    }

    @GetMapping("/")
    String home() {
        return "redirect:/actuator/hawtio/";
    }
}
