package io.scopebridge.project;

/** What can be done with a preview. */
enum PreviewState {

    /** Its job is under way. */
    PREPARING,
    /** It can be confirmed. */
    READY,
    /** The plan has problems: mend them and ask for another. */
    REFUSED,
    /** It could not be made. */
    FAILED,
    /** It was confirmed. */
    CONFIRMED,
    /** It is too old to be confirmed. */
    EXPIRED
}
