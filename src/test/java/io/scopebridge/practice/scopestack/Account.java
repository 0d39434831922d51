package io.scopebridge.practice.scopestack;

import java.util.List;
import java.util.Optional;

/**
 * A ScopeStack account with the service user that may come in.
 *
 * @param number       what {@code /v1/me} tells as account-id
 * @param offset       what the ids of the account's seeded rows are higher by
 * @param opportunity  foreign id of the first seeded opportunity; the others follow
 * @param company      foreign id of the company of the first seeded opportunity; the others follow
 */
record Account(long number, String slug, String clientId, String secret, long offset, int opportunity, int company) {

    static final Account AUTOTASK = new Account(1001, PracticeScopeStack.AUTOTASK_SLUG,
        "practice-autotask-client", "practice-autotask-secret", 0, 5561, 174);
    static final Account CONNECTWISE = new Account(1002, PracticeScopeStack.CONNECTWISE_SLUG,
        "practice-connectwise-client", "practice-connectwise-secret", 5000, 1042, 250);
    static final List<Account> ALL = List.of(AUTOTASK, CONNECTWISE);

    static Account withSlug(String slug) {
        return find(slug).orElseThrow(() -> new IllegalArgumentException("No account " + slug));
    }

    static Optional<Account> find(String slug) {
        return ALL.stream().filter(account -> account.slug.equals(slug)).findFirst();
    }

    static Account withNumber(long number) {
        return ALL.stream().filter(account -> account.number == number).findFirst().orElseThrow();
    }
}
