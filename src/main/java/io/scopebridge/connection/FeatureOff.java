package io.scopebridge.connection;

import io.scopebridge.failure.Classified;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;

/** The connection is not used for this. */
public class FeatureOff extends RuntimeException implements Classified {

    FeatureOff(String connectionId, Feature feature) {
        super("The feature " + feature + " of the connection '" + connectionId + "' is switched off by its setting " + feature.setting() + ".");
    }

    /** What to do to use it anyway. */
    public String remedy() {
        return "To use it, set it to true in the settings of the connection, then send the request again.";
    }

    @Override
    public Failure failure() {
        return Failure.of(FailureClass.CONFIGURATION, getMessage(), remedy());
    }
}
