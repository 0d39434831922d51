package io.scopebridge.security;

import io.hawt.web.auth.AuthenticationConfiguration;
import io.hawt.web.auth.AuthenticationContainerDiscovery;
import java.util.Map;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;

/** Tells Hawtio that its users are already authenticated. Referenced by a Hawtio setting. */
public class HawtioLogin implements AuthenticationContainerDiscovery {

    @Override
    public String getContainerName() {
        return "ScopeBridge";
    }

    @Override
    public boolean registerContainerAuthentication(AuthenticationConfiguration hawtio) {
        hawtio.setSpringSecurityEnabled(true);
        hawtio.addConfiguration(new Configuration() {
            @Override
            public AppConfigurationEntry[] getAppConfigurationEntry(String realm) {
                return new AppConfigurationEntry[] {
                    new AppConfigurationEntry(SessionLoginModule.class.getName(), LoginModuleControlFlag.REQUIRED, Map.of())};
            }
        });
        return true;
    }
}
