package io.scopebridge.security.signon;

import io.scopebridge.security.session.SignedOnUsers;
import io.scopebridge.user.ConsoleUser;
import io.scopebridge.user.ConsoleUsers;
import io.scopebridge.user.Source;
import java.time.Instant;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Makes a user of what the provider says, or refuses: without a name, without a role, or with the name of a user of the hub. */
@Component
class SignOnUsers extends OidcUserService implements SignedOnUsers {

    static final String NO_ROLE = "no-role";
    static final String NO_NAME = "no-name";
    static final String TAKEN = "taken";

    private final SignOnSettings settings;
    private final ConsoleUsers users;
    private final SignOnRoles roles;
    /** After a change of the settings nobody is signed on any more. */
    private final String configured;

    SignOnUsers(SignOnSettings settings, ConsoleUsers users, ProviderCalls calls) {
        this.settings = settings;
        this.users = users;
        roles = new SignOnRoles(settings);
        configured = DigestUtils.sha256Hex(String.join("\0", settings.issuer(), settings.clientId(), settings.nameClaim(), settings.rolesClaim(),
            settings.viewers().toString(), settings.operators().toString(), settings.admins().toString()));
        DefaultOAuth2UserService info = new DefaultOAuth2UserService();
        info.setRestOperations(calls.forUsers());
        setOauth2UserService(info);
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser known = super.loadUser(request);
        if (!(known.getClaims().get(settings.nameClaim()) instanceof String name) || !ConsoleUsers.isName(name) || !name.equals(name.strip())) throw new RefusedSignOn(NO_NAME, null);
        String role = roles.of(known.getClaims()).orElseThrow(() -> new RefusedSignOn(NO_ROLE, name));
        if (users.isLocal(name)) throw new RefusedSignOn(TAKEN, name);
        String credential = Instant.now().plus(settings.session()).getEpochSecond() + " " + configured;
        return new SignedOn(new ConsoleUser(name, role, "", credential, Source.SIGN_ON), known.getIdToken(), known.getUserInfo(), settings.nameClaim());
    }

    /** Until the hub has a user of this name: so an admin can block somebody. */
    @Override
    public Optional<ConsoleUser> find(String name, String role, String credential) {
        String[] parts = credential.split(" ", 2);
        boolean valid = settings.isOn() && parts.length == 2 && parts[1].equals(configured) && parts[0].matches("\\d{1,15}")
            && Long.parseLong(parts[0]) > Instant.now().getEpochSecond() && !users.isLocal(name);
        return valid ? Optional.of(new ConsoleUser(name, role, "", credential, Source.SIGN_ON)) : Optional.empty();
    }
}
