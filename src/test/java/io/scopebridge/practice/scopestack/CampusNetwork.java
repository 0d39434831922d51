package io.scopebridge.practice.scopestack;

import java.util.ArrayList;
import java.util.List;

/** Project 5, approved: 8 phases of 25 services with 3 subservices each; linked to no opportunity. */
final class CampusNetwork {

    private static final String[] HOURS = {"0.25", "1.5", "2.75", "4.0", "0.5", "1.25", "3.0"};

    private CampusNetwork() {
    }

    static void draw(Seed seed) {
        ProjectDraft draft = seed.project(5, "Campus network", "approved", "Wide World Importers");
        draft.resource("Engineer");
        Row manager = draft.resource("Project manager");
        for (int phase = 1; phase <= 8; phase++) {
            Row building = draft.phase("Building " + phase, "implementation_language");
            for (int service = 1; service <= 25; service++) service(draft, building, phase, service);
        }
        draft.governance("Project management", "0.1", null, manager);
        draft.settle();
    }

    /** To ten phases of 50 services. */
    static void grow(ProjectDraft draft, List<Row> phases) {
        List<Row> buildings = new ArrayList<>(phases);
        while (buildings.size() < 10) buildings.add(draft.phase("Building " + (buildings.size() + 1), "implementation_language"));
        for (int phase = 1; phase <= buildings.size(); phase++) {
            for (int service = phase <= phases.size() ? 26 : 1; service <= 50; service++) service(draft, buildings.get(phase - 1), phase, service);
        }
        draft.settle();
    }

    private static void service(ProjectDraft draft, Row building, int phase, int number) {
        int turn = phase * 25 + number;
        Row service = draft.service(building.id(), "Switch %d-%02d".formatted(phase, number), 1 + turn % 3, HOURS[turn % 7]);
        for (int part = 1; part <= 3; part++) {
            draft.subservice(service, "Switch %d-%02d step %d".formatted(phase, number, part), 1, HOURS[(turn + part) % 7],
                part == 2 ? "Step " + part + " at switch " + number + " of building " + phase : null);
        }
    }
}
