package io.scopebridge.practice.connectwise;

/** Where the reference leaves open what the real system does, a test can ask for either. */
class Settings {

    volatile int largestPage = 1000;
    volatile boolean links = true;
    volatile boolean forecastAsObject;
    volatile boolean forecastZero = true;
    volatile boolean closedForecastsRefused;
    volatile boolean forecastMovesOpportunity;
    volatile String siteUrl;
    volatile boolean apiIsElsewhere;
    volatile boolean wrongKeysAre404;
    volatile boolean formerCodeBaseIs400;
    volatile boolean infoNeedsNoKeys;
    volatile boolean conversionsNameTheirTarget;
}
