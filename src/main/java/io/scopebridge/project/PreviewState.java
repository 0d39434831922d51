package io.scopebridge.project;

/** What can be done with a preview. */
enum PreviewState {

    /** Its job is under way. */
    MAKING,
    /** It can be confirmed. */
    READY,
    /** The plan has problems: mend them and ask for another. */
    REFUSED,
    /** It could not be made. */
    FAILED,
    /** It was confirmed. */
    USED,
    /** It is too old to be confirmed. */
    OVER
}
