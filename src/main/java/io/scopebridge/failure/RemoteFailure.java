package io.scopebridge.failure;

/** A failure whose cause and remedy are known. */
public class RemoteFailure extends RuntimeException implements Classified {

    private final transient Failure failure;

    public RemoteFailure(Failure failure) {
        super(failure.cause());
        this.failure = failure;
    }

    public RemoteFailure(Failure failure, Throwable reason) {
        super(failure.cause(), reason);
        this.failure = failure;
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
