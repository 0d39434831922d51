package io.scopebridge.secret;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class SecretConfiguration {

    @Bean
    SecretBox secretBox(@Value("${scopebridge.secret-key:}") String key, @Value("${scopebridge.former-secret-keys:}") String former,
                        @Value("${scopebridge.data:data}") Path data) {
        List<byte[]> keys = new ArrayList<>(key.isBlank() ? KeySource.file(data.resolve("secret.key")) : List.of(KeySource.configured(key, "scopebridge.secret-key")));
        for (String one : former.split(",")) {
            if (!one.isBlank()) keys.add(KeySource.configured(one, "A key in scopebridge.former-secret-keys"));
        }
        return new SecretBox(keys.get(0), keys.subList(1, keys.size()));
    }
}
