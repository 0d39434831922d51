package io.scopebridge.practice.autotask;

import io.scopebridge.practice.Request;
import java.util.Locale;
import java.util.Set;

/** Lets in requests of the right zone with the right three headers, within the thresholds. */
class Admission {

    private static final Set<String> OPEN_TO_ALL = Set.of("versioninformation", "v1.0/zoneinformation");

    private final Zone zone;
    private final Threads threads;
    private final HourlyThreshold hourly;

    Admission(Zone zone, Threads threads, HourlyThreshold hourly) {
        this.zone = zone;
        this.threads = threads;
        this.hourly = hourly;
    }

    void admit(Request request) {
        String rest = Zone.rest(request.path());
        if (rest == null || OPEN_TO_ALL.contains(rest.toLowerCase(Locale.ROOT))) return;
        if (!zone.isHere(request.path()) || !credentials(request)) throw Errors.unauthorized();
        threads.enter(request, entity(rest.split("/")));
        hourly.count();
        try {
            Thread.sleep(hourly.slowness().toMillis());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean credentials(Request request) {
        return request.header("UserName").filter(PracticeAutotask.USER::equalsIgnoreCase).isPresent()
            && request.header("Secret").filter(PracticeAutotask.SECRET::equals).isPresent()
            && request.header("ApiIntegrationCode").filter(PracticeAutotask.INTEGRATION_CODE::equals).isPresent();
    }

    /** Which entity's threads a request takes; what belongs to none has threads of its own. */
    private static String entity(String[] path) {
        String first = path.length > 1 ? path[1] : "";
        if (path.length > 3) {
            var child = Entities.child(first, path[3]);
            if (child.isPresent()) return child.get().name();
        }
        return Entities.find(first).map(Entity::name).orElse(first);
    }
}
