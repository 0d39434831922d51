package io.scopebridge.connection;

/** The connection is not used for this. */
public class FeatureOff extends RuntimeException {

    FeatureOff(String connectionId, Feature feature) {
        super("The feature " + feature + " of the connection '" + connectionId + "' is switched off by its setting " + feature.setting() + ".");
    }

    /** What to do if it is wanted all the same. */
    public String remedy() {
        return "If it is wanted, set it to true in the settings of the connection, then ask again.";
    }
}
