package io.scopebridge.user;

import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The users of the console and the API, for admins; the id is the name. Passwords are accepted and never returned. */
@RestController
@RequestMapping("/api/users")
class UserController {

    /** @param role viewer, operator or admin */
    record NewUser(String name, String role, String password) {

        @Override
        public String toString() {
            return "the user " + name;
        }
    }

    /** @param role viewer, operator or admin */
    record NewRole(String role) {
    }

    record NewPassword(String password) {

        @Override
        public String toString() {
            return "a password";
        }
    }

    private final UserAdministration administration;

    UserController(UserAdministration administration) {
        this.administration = administration;
    }

    @GetMapping
    List<UserView> users() {
        return administration.all();
    }

    @GetMapping("/{id}")
    UserView user(@PathVariable String id) {
        return administration.get(id);
    }

    @PostMapping
    ResponseEntity<UserView> add(@RequestBody NewUser user, Principal by) {
        UserView added = administration.add(user.name(), user.role(), user.password(), by.getName());
        return ResponseEntity.created(URI.create("/api/users/" + added.name())).body(added);
    }

    /** Ends the sessions of the user. */
    @PutMapping("/{id}/role")
    UserView changeRole(@PathVariable String id, @RequestBody NewRole role) {
        return administration.changeRole(id, role.role());
    }

    /** Ends the sessions of the user. */
    @PutMapping("/{id}/password")
    UserView setPassword(@PathVariable String id, @RequestBody NewPassword password, Principal by) {
        return administration.setPassword(id, password.password(), by.getName());
    }

    /** Ends the sessions of the user, who cannot log in until enabled again. */
    @PostMapping("/{id}/disable")
    UserView disable(@PathVariable String id) {
        return administration.enable(id, false);
    }

    @PostMapping("/{id}/enable")
    UserView enable(@PathVariable String id) {
        return administration.enable(id, true);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        administration.remove(id);
    }
}
