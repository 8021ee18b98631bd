package eu.cairn.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * An answer and what it took.
 *
 * @param cpu time of the thread, in nanoseconds; unlike {@code wall} it does not depend on what
 *     else the machine does
 */
record Timed(Answer answer, long cpu, long wall) {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    static Timed of(Engine engine, Learner learner) {
        var question = engine.ask(learner);
        long wall = System.nanoTime();
        long cpu = cpuTime();
        Answer answer;
        try {
            answer = question.answer();
        } catch (RuntimeException failure) {
            answer = new Answer.Failed(engine.name() + " broke: " + failure);
        }
        return new Timed(answer, cpuTime() - cpu, System.nanoTime() - wall);
    }

    /** The time that this thread has been computing, in nanoseconds. */
    static long cpuTime() {
        return THREADS.getCurrentThreadCpuTime();
    }
}
