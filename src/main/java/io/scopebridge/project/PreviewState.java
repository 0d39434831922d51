package io.scopebridge.project;

/** The state of a preview. */
enum PreviewState {

    /** Its job is running. */
    PREPARING,
    /** It can be confirmed. */
    READY,
    /** The plan has problems: fix them and request another preview. */
    REFUSED,
    /** It failed. */
    FAILED,
    /** It was confirmed. */
    CONFIRMED,
    /** It is too old for confirmation. */
    EXPIRED
}
