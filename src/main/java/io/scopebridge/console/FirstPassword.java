package io.scopebridge.console;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** The password that was made at the first start, for whoever shows it to the person at the keyboard. */
@Component
public class FirstPassword {

    private final AtomicReference<String> password = new AtomicReference<>();

    void made(String made) {
        password.set(made);
    }

    /** The password of the user {@code admin}, once; empty afterwards and at every later start. */
    public Optional<String> take() {
        return Optional.ofNullable(password.getAndSet(null));
    }
}
