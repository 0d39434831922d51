package io.scopebridge.connection;

/** Actions beside creating the PSA project, if the system supports them. */
public enum ProjectAction {

    /** Writes the revenue of the project to its opportunity. */
    UPDATE_CRM("project.update-crm", "Update CRM"),
    /** Converts the opportunity of the project to a sales order. */
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

    /** The display name. */
    public String words() {
        return words;
    }
}
