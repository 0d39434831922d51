package io.scopebridge.practice;

/** Ends a request with the server's own kind of error; nothing was changed. */
public class Refusal extends RuntimeException {

    private final transient Answer answer;

    public Refusal(Answer answer) {
        super(String.valueOf(answer.body()), null, false, false);
        this.answer = answer;
    }

    public Answer answer() {
        return answer;
    }
}
