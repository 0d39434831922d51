package io.scopebridge.security.session;

import io.scopebridge.user.ConsoleUser;
import io.scopebridge.user.ConsoleUsers;
import io.scopebridge.user.Source;
import io.scopebridge.user.UserChanged;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/** Who is logged in: a session has the name, and the role is that of the user at the time of each request, or of the sign-on. */
@Component
public class SessionLogins implements SecurityContextRepository {

    private static final String NAME = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;
    private static final String STAMP = "stamp";
    /** Of whom a provider signed on; users of the hub have neither. */
    private static final String ROLE = "role";
    private static final String CREDENTIAL = "credential";

    private final ConsoleUsers users;
    private final LoginStamp stamp;
    private final ConsoleSessions sessions;
    private final SignedOnUsers signedOn;

    SessionLogins(ConsoleUsers users, LoginStamp stamp, ConsoleSessions sessions, SignedOnUsers signedOn) {
        this.signedOn = signedOn;
        this.users = users;
        this.stamp = stamp;
        this.sessions = sessions;
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return context(holder.getRequest());
    }

    private SecurityContext context(HttpServletRequest request) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        user(request.getSession(false)).ifPresent(user -> context.setAuthentication(new Login(user).authenticated(new WebAuthenticationDetails(request))));
        return context;
    }

    private Optional<ConsoleUser> user(HttpSession session) {
        if (session == null || !(session.getAttribute(NAME) instanceof String name) || !(session.getAttribute(STAMP) instanceof String stamps)) return Optional.empty();
        Optional<ConsoleUser> now = session.getAttribute(ROLE) instanceof String role && session.getAttribute(CREDENTIAL) instanceof String credential
            ? signedOn.find(name, role, credential) : users.find(name);
        return now.filter(user -> Arrays.asList(stamps.split(" ")).contains(stamp.of(user)));
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        ConsoleUser user = context.getAuthentication() != null && context.getAuthentication().getPrincipal() instanceof LoggedIn login ? login.user() : null;
        HttpSession session = request.getSession(user != null);
        if (session == null) return;
        session.setAttribute(NAME, user == null ? null : user.name());
        session.setAttribute(STAMP, user == null ? null : stamp.of(user));
        boolean signOn = user != null && user.source() == Source.SIGN_ON;
        session.setAttribute(ROLE, signOn ? user.role() : null);
        session.setAttribute(CREDENTIAL, signOn ? user.credential() : null);
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return user(request.getSession(false)).isPresent();
    }

    /** Before the user is changed so: no request between the change and its response loses the session. */
    public void accept(HttpSession session, ConsoleUser next) {
        ConsoleSession stored = sessions.findById(session.getId());
        if (stored == null) return;
        stored.setAttribute(STAMP, session.getAttribute(STAMP) + " " + stamp.of(next));
        sessions.save(stored);
        session.setAttribute(STAMP, stamp.of(next));
    }

    @EventListener
    void changed(UserChanged event) {
        sessions.end(event.name(), event.keptSession());
    }
}
