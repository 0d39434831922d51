package io.scopebridge.project;

import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.remote.NoAnswer;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Returns 502 with cause and remedy if a synchronous call to a system fails. */
final class Unavailable {

    private Unavailable() {
    }

    static <T> T unless(Supplier<T> asked) {
        try {
            return asked.get();
        } catch (RemoteFailure e) {
            throw new ResponseStatusException(HttpStatus.BAD_GATEWAY, e.failure().cause() + " " + e.failure().remedy(), e);
        } catch (NoAnswer e) {
            throw new ResponseStatusException(HttpStatus.BAD_GATEWAY, e.getMessage() + " Nothing was changed; try again.", e);
        }
    }
}
