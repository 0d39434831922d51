package io.scopebridge.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    private final String page = new ClassPathResource("templates/login.html").getContentAsString(StandardCharsets.UTF_8);

    LoginPage() throws IOException {
    }

    @GetMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE)
    @ResponseBody
    String login(CsrfToken token, @RequestParam(required = false) String wrong, @RequestParam(required = false) String out,
                 @RequestParam(required = false) String wait, @RequestParam(required = false) String busy, @RequestParam(required = false) String ended) {
        String message = wrong != null ? error("Invalid user name or password.")
                : wait != null && wait.matches("\\d{1,2}") ? error(new TooManyLogins(Integer.parseInt(wait)).getMessage())
                : busy != null ? error(new TooManyChecks().getMessage())
                : out != null ? status("You are logged out.") : ended != null ? status("Your session has ended. Log in again.") : "";
        return page.replace("<!-- message -->", message).replace("$token", HtmlUtils.htmlEscape(token.getToken()));
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
