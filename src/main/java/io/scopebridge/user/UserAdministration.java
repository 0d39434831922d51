package io.scopebridge.user;

import io.scopebridge.web.FieldError;
import io.scopebridge.web.InvalidInput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes of users in the database, and their rules. */
@Component
public class UserAdministration {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]{0," + (ConsoleUsers.LONGEST_NAME - 1) + "}");

    private final ConfiguredUsers configured;
    private final UserTable table;
    private final PasswordEncoder encoder;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    UserAdministration(ConfiguredUsers configured, UserTable table, PasswordEncoder encoder, TransactionTemplate transactions, ApplicationEventPublisher events) {
        this.configured = configured;
        this.table = table;
        this.encoder = encoder;
        this.transactions = transactions;
        this.events = events;
    }

    /** By name; users of the database whose name the settings or the file have too are not shown, since they cannot log in. */
    List<UserView> all() {
        Stream<UserView> ofConfiguration = configured.all().stream().map(UserAdministration::view);
        Stream<UserView> ofDatabase = table.views().stream().filter(user -> configured.find(user.name()).isEmpty());
        return Stream.concat(ofConfiguration, ofDatabase).sorted(Comparator.comparing(UserView::name, String.CASE_INSENSITIVE_ORDER)).toList();
    }

    UserView get(String name) {
        return configured.find(name).map(UserAdministration::view).or(() -> table.view(name)).orElseThrow(() -> new UnknownUser(name));
    }

    private static UserView view(ConsoleUser user) {
        return new UserView(user.name(), user.role(), true, user.source(), null, null, null);
    }

    UserView add(String name, String role, String password, String by) {
        List<FieldError> errors = new ArrayList<>();
        if (name == null || name.isEmpty()) errors.add(new FieldError("name", "is required"));
        else if (!NAME.matcher(name).matches()) errors.add(new FieldError("name", "must begin with a letter or digit and have at most 100 letters, digits, and . _ - @ + (A to Z only)"));
        errors.addAll(roleErrors(role));
        errors.addAll(PasswordRules.errors("password", password, name));
        if (!errors.isEmpty()) throw new InvalidInput(errors);
        if (configured.hasNameLike(name) || !table.add(name, role, encoder.encode(password), by)) throw new InvalidInput("name", "is taken by another user; upper and lower case are the same");
        changed(name, "users.create", Map.of("role", role));
        return get(name);
    }

    UserView changeRole(String name, String role) {
        List<FieldError> errors = roleErrors(role);
        if (!errors.isEmpty()) throw new InvalidInput(errors);
        change(name, !role.equals(Roles.ADMIN), () -> table.role(name, role));
        changed(name, "users.role", Map.of("role", role));
        return get(name);
    }

    /** @param by cannot be the user itself, who has to know the old password */
    UserView setPassword(String name, String password, String by) {
        if (name.equals(by)) throw new UserConflict("Change your own password with PUT /api/me/password, which asks for the current one.");
        List<FieldError> errors = PasswordRules.errors("password", password, name);
        if (!errors.isEmpty()) throw new InvalidInput(errors);
        String hash = encoder.encode(password);
        change(name, false, () -> table.hash(name, hash));
        changed(name, "users.password", Map.of());
        return get(name);
    }

    /** @throws UserConflict if the hub does not have the password in its database */
    public static void requireOwn(ConsoleUser user) {
        if (user.source() != Source.DATABASE) throw UserConflict.configured(user);
    }

    /** @throws InvalidInput if the password breaks a rule */
    public ConsoleUser withNewPassword(ConsoleUser user, String field, String password) {
        requireOwn(user);
        List<FieldError> errors = PasswordRules.errors(field, password, user.name());
        if (errors.isEmpty() && encoder.matches(password, user.hash())) errors = List.of(new FieldError(field, "must differ from the current password"));
        if (!errors.isEmpty()) throw new InvalidInput(errors);
        String hash = encoder.encode(password);
        return new ConsoleUser(user.name(), user.role(), hash, hash, user.source());
    }

    /** @param user with the new password; @param keptSession its only session that does not end; null: none */
    public void storeOwnPassword(ConsoleUser user, String keptSession) {
        change(user.name(), false, () -> table.hash(user.name(), user.hash()));
        events.publishEvent(new UserChanged(user.name(), "me.password", Map.of(), keptSession));
    }

    UserView enable(String name, boolean enabled) {
        change(name, !enabled, () -> table.enabled(name, enabled));
        changed(name, enabled ? "users.enable" : "users.disable", Map.of());
        return get(name);
    }

    void remove(String name) {
        change(name, true, () -> table.remove(name));
        changed(name, "users.delete", Map.of());
    }

    /** One after another, where an admin might be lost: of two admins who remove each other, one stays. */
    private void change(String name, boolean losesAdmin, IntSupplier change) {
        configured.find(name).ifPresent(user -> {
            throw UserConflict.configured(user);
        });
        transactions.executeWithoutResult(status -> {
            if (losesAdmin && table.lockAdmins().equals(List.of(name)) && !configured.hasAdmin()) {
                throw new UserConflict("'" + name + "' is the last enabled user with the role admin. Give another user this role first.");
            }
            if (change.getAsInt() == 0) throw new UnknownUser(name);
        });
    }

    private void changed(String name, String action, Map<String, String> facts) {
        events.publishEvent(new UserChanged(name, action, facts, null));
    }

    private static List<FieldError> roleErrors(String role) {
        return Roles.ALL.contains(role == null ? "" : role) ? List.of() : List.of(new FieldError("role", "must be viewer, operator or admin"));
    }
}
