package eu.cairn.bench;

/** An engine that decides whether a learner satisfies a rulebook: ours, or a peer. */
interface Engine {

    /** How long a peer may take for one learner. */
    int LIMIT_SECONDS = 5;

    String name();

    /**
     * Something to decide, with all that is not counted as the engine's own work already done, such
     * as which credentials a requirement accepts where the engine itself cannot tell.
     */
    Question ask(Learner learner);

    /** The engine's own work. */
    interface Question {
        Answer answer();
    }
}
