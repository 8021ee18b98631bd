package eu.cairn.app.stacking;

import eu.cairn.app.web.Problems;
import eu.cairn.framework.Refusal;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Work that anybody may ask for without an account: on half of the processors at most, so that the
 * others are there for those who have one. Who finds no place in time is told to come again ({@code
 * audit.busy}, 503).
 */
@Component
class PublicWork {

    private static final int PATIENCE_SECONDS = 5;

    private final Semaphore places =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    ResponseEntity<Object> answer(Supplier<ResponseEntity<Object>> work) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return busy();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return busy();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private static ResponseEntity<Object> busy() {
        return Problems.answer(
                HttpStatus.SERVICE_UNAVAILABLE, List.of(Refusal.of("audit.busy", "")));
    }
}
