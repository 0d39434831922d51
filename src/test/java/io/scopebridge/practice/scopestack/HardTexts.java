package io.scopebridge.practice.scopestack;

/** Project 4, approved: texts longer than a PSA takes, with a surrogate pair across each place where they may be cut. */
final class HardTexts {

    private static final String FIRE = "\uD83D\uDD25";
    private static final String FILL = "Größe \"rot\" & <b>fett</b> d'été 日本語 مرحبا Привет ";

    private HardTexts() {
    }

    static void draw(Seed seed) {
        ProjectDraft draft = seed.project(4, lengthy("Umbau & \"Erneuerung\" ", 160, 50, 100), "approved", "Adventure Works")
            .tell("executive-summary", lengthy("Zeile eins\r\nZeile zwei ", 9000, 8000));
        Row engineer = draft.resource("Engineer");
        Row first = draft.phase(lengthy("Phase <1> ", 300, 100, 255), "planning_language");
        Row second = draft.phase("設計 \uD83D\uDE80 تصميم Проект", "design_language");
        Row wordy = draft.service(first.id(), lengthy("Dienst 'A' ", 320, 100, 255), 1, "2.0");
        draft.set(wordy, "service-description", lengthy("Erste Zeile\r\nZweite Zeile\r\n", 9500, 2000, 8000));
        draft.subservice(wordy, lengthy("Teil & ", 280, 100, 255), 2, "0.75", lengthy("Teilbeschreibung\r\n", 8400, 100, 255, 2000, 8000));
        draft.subservice(wordy, "Ohne Beschreibung \"x\"", 1, "0.5", null);
        draft.service(second.id(), "Twin", 1, "1.0");
        draft.service(second.id(), "Twin", 1, "3.0");
        draft.set(draft.service(second.id(), "O'Brien & Söhne <b>wichtig</b>", 1, "1.25"), "service-description", "");
        draft.governance(lengthy("Steuerung ", 290, 100, 255), "0.2", null, engineer);
        draft.settle();
    }

    /** A text of that many chars, whose chars before and after each cut are the two halves of one emoji. */
    private static String lengthy(String start, int length, int... cuts) {
        StringBuilder text = new StringBuilder(start);
        for (int cut : cuts) fill(text, cut - 1).append(FIRE);
        return fill(text, length).toString();
    }

    private static StringBuilder fill(StringBuilder text, int length) {
        for (int i = 0; text.length() < length; i++) text.append(FILL.charAt(i % FILL.length()));
        return text;
    }
}
