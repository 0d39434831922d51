package io.scopebridge.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scopebridge.group.Fast;
import org.junit.jupiter.api.Test;

@Fast
class SecretBoxTest {

    private final SecretBox box = new SecretBox("0123456789abcdef0123456789abcdef".getBytes());

    @Test
    void whatWasSealedOpensAgainAndNeverLooksTheSame() {
        String once = box.seal("pässword", "northwind", "autotask.secret");
        String again = box.seal("pässword", "northwind", "autotask.secret");

        assertThat(once).isNotEqualTo(again).doesNotContain("pässword").startsWith("1:");
        assertThat(box.open(once, "northwind", "autotask.secret")).isEqualTo("pässword");
    }

    @Test
    void itOpensOnlyInItsPlaceAndUnchanged() {
        String sealed = box.seal("secret", "northwind", "autotask.secret");

        assertThatThrownBy(() -> box.open(sealed, "contoso", "autotask.secret")).isInstanceOf(UnreadableSecret.class);
        assertThatThrownBy(() -> box.open(sealed, "northwind", "webhooks.secret")).isInstanceOf(UnreadableSecret.class);
        assertThatThrownBy(() -> box.open(sealed.substring(0, 12) + "AAAA" + sealed.substring(16), "northwind", "autotask.secret")).isInstanceOf(UnreadableSecret.class);
        assertThatThrownBy(() -> box.open("plain", "northwind", "autotask.secret")).isInstanceOf(UnreadableSecret.class);
    }

    @Test
    void anotherKeySaysWhatToDo() {
        String sealed = new SecretBox("fedcba9876543210fedcba9876543210".getBytes()).seal("secret", "northwind", "autotask.secret");

        assertThatThrownBy(() -> box.open(sealed, "northwind", "autotask.secret"))
            .hasMessageContaining("autotask.secret of connection 'northwind'").hasMessageContaining("Restore the former key").hasMessageContaining("enter the secrets of the connection again");
    }
}
