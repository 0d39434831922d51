package io.scopebridge.security.signon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code scopebridge.console.sign-on.*}: a provider of OpenID Connect.
 *
 * @param issuer           its URL, whose metadata is at {@code /.well-known/openid-configuration}; blank: no sign-on
 * @param clientSecret     of the hub at the provider
 * @param clientSecretFile a file that holds it
 * @param title            what the login page calls it
 * @param nameClaim        the claim with the name of the user
 * @param rolesClaim       the claim with the roles or groups of the user; dots lead into objects
 * @param viewers          values of that claim that make a viewer; the strongest role of a user counts
 * @param session          after this time a user signs on again
 */
@ConfigurationProperties("scopebridge.console.sign-on")
record SignOnSettings(@DefaultValue("") String issuer, @DefaultValue("") String clientId, @DefaultValue("") String clientSecret, @DefaultValue("") String clientSecretFile,
                      @DefaultValue("single sign-on") String title, @DefaultValue({"openid", "profile"}) List<String> scopes,
                      @DefaultValue("preferred_username") String nameClaim, @DefaultValue("roles") String rolesClaim,
                      @DefaultValue List<String> viewers, @DefaultValue List<String> operators, @DefaultValue List<String> admins, @DefaultValue("8h") Duration session) {

    private static final String NAME = "scopebridge.console.sign-on.";

    SignOnSettings {
        if (!issuer.isBlank()) {
            require(ProviderAddress.isSafe(issuer), "issuer must be an https URL, or http on this machine");
            require(!clientId.isBlank(), "client-id is required beside " + NAME + "issuer");
            require(scopes.contains("openid"), "scopes must contain openid");
            require(clientSecret.isBlank() || clientSecretFile.isBlank(), "client-secret and " + NAME + "client-secret-file cannot both be set");
            require(!(viewers.isEmpty() && operators.isEmpty() && admins.isEmpty()), "viewers, operators and admins are all empty: nobody could sign on");
            require(!session.isNegative() && !session.isZero(), "session must be longer than 0");
            if (!clientSecretFile.isBlank()) clientSecret = read(clientSecretFile);
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) throw new IllegalStateException(NAME + message + ".");
    }

    private static String read(String file) {
        try {
            String secret = Files.readString(Path.of(file)).strip();
            require(!secret.isEmpty(), "client-secret-file: " + file + " is empty");
            return secret;
        } catch (IOException e) {
            throw new IllegalStateException(NAME + "client-secret-file: " + file + " cannot be read: " + e, e);
        }
    }

    boolean isOn() {
        return !issuer.isBlank();
    }

    @Override
    public String toString() {
        return "SignOnSettings of " + issuer;
    }
}
