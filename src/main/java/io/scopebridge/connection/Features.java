package io.scopebridge.connection;

import org.springframework.stereotype.Component;

/** For routes: {@code bean:features?method=require(connection, 'PSA')}. */
@Component("features")
public class Features {

    /** @throws FeatureOff if the connection is not used for it */
    public void require(Connection connection, String feature) {
        connection.require(Feature.valueOf(feature));
    }
}
