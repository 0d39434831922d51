package io.scopebridge.connection;

/** What a person or a program can ask for beside the PSA project, where the system offers it. */
public enum ProjectAction {

    /** The revenue of the project to its opportunity. */
    UPDATE_CRM("project.update-crm", "Update CRM"),
    /** The opportunity of the project becomes a sales order. */
    CREATE_SALES_ORDER("project.create-sales-order", "Create Sales Order");

    private final String event;
    private final String words;

    ProjectAction(String event, String words) {
        this.event = event;
        this.words = words;
    }

    /** Its name in webhooks and in {@code x-offers} of a system's settings. */
    public String event() {
        return event;
    }

    /** As people know it. */
    public String words() {
        return words;
    }
}
