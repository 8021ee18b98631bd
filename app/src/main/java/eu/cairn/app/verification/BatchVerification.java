package eu.cairn.app.verification;

import eu.cairn.formats.verification.Answer;
import eu.cairn.framework.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verifies the items of a batch, each by itself: what is wrong with one is no matter of the others.
 */
public final class BatchVerification {

    private static final Logger LOG = LoggerFactory.getLogger(BatchVerification.class);

    private static final int AT_ONCE = 4;

    private final Verifications verifications;
    private final Submissions submissions;

    BatchVerification(Verifications verifications, Submissions submissions) {
        this.verifications = verifications;
        this.submissions = submissions;
    }

    /**
     * What was found of one item.
     *
     * @param name what the file calls it
     * @param outcome the verdict, or why there is none
     */
    public record Result(String name, Outcome outcome) {}

    /** A verdict, or why there is none. */
    public sealed interface Outcome {

        /** It was looked at. */
        record Checked(Answer answer) implements Outcome {}

        /** It was not looked at. */
        record NotChecked(Refusal reason) implements Outcome {}
    }

    /** The results in the order of the items; what is not finished in time says so. */
    List<Result> verify(Batch batch, Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        var results = new ArrayList<Result>();
        var workers = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory());
        try {
            var running = new ArrayList<Future<Outcome>>();
            for (var item : batch.items()) {
                running.add(workers.submit((Callable<Outcome>) () -> outcome(item.content())));
            }
            for (int i = 0; i < running.size(); i++) {
                results.add(new Result(batch.items().get(i).name(), await(running.get(i), until)));
            }
        } finally {
            workers.shutdownNow();
        }
        return results;
    }

    private static Outcome await(Future<Outcome> running, long until) {
        try {
            return running.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            running.cancel(true);
            return notChecked("verification.batch-out-of-time");
        } catch (ExecutionException e) {
            LOG.error("an item of a batch could not be verified", e);
            return notChecked("verification.item-failed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return notChecked("verification.batch-out-of-time");
        }
    }

    private Outcome outcome(Batch.Content content) {
        return switch (content) {
            case Batch.Content.Bytes file -> outcome(submissions.of(file.bytes()));
            case Batch.Content.Text(var text) -> outcome(submissions.of(text));
            case Batch.Content.Refused(var reason) -> new Outcome.NotChecked(reason);
        };
    }

    private Outcome outcome(Submission submission) {
        return switch (submission) {
            case Submission.Document document -> checked(document.bytes());
            case Submission.Own(var credential) -> checked(credential.signed());
            case Submission.None(var reason) -> new Outcome.NotChecked(reason);
        };
    }

    private Outcome checked(byte[] document) {
        return new Outcome.Checked(verifications.answer(document));
    }

    private static Outcome notChecked(String code) {
        return new Outcome.NotChecked(Refusal.of(code, ""));
    }
}
