package io.scopebridge.secret;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SecretConfiguration {

    @Bean
    SecretBox secretBox(@Value("${scopebridge.secret-key:}") String key, @Value("${scopebridge.data:data}") Path data) {
        return new SecretBox(key.isBlank() ? KeySource.file(data.resolve("secret.key")) : KeySource.configured(key));
    }
}
