package io.scopebridge.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A user as shown, without anything of the password.
 *
 * @param source      database; settings or file: the user is defined there, and cannot be changed here
 * @param createdBy   who added it; absent for users of settings and file, as are createdAt and lastLoginAt
 * @param lastLoginAt when the password was last checked: at each login with the form; of a program at most once an hour
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UserView(String name, String role, boolean enabled, Source source, Instant createdAt, String createdBy, Instant lastLoginAt) {
}
