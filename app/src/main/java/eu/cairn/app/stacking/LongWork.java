package eu.cairn.app.stacking;

import eu.cairn.app.web.Problems;
import eu.cairn.framework.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Work of those who have an account that may take seconds: plans, and courses that are missing. It
 * waits for its turn, so that pages stay quick; who finds no place in time is told to come again
 * ({@code audit.busy}, 503).
 */
@Component
public class LongWork {

    private final WorkPlaces places = new WorkPlaces();

    /** What the work comes to; nothing where no place became free in time. */
    public <T> Optional<T> inTurn(Supplier<T> work) {
        return places.inTurn(work);
    }

    /** What the API says to who found no place. */
    public static ResponseEntity<Object> busy() {
        return Problems.answer(HttpStatus.SERVICE_UNAVAILABLE, List.of(refusal()));
    }

    public static Refusal refusal() {
        return Refusal.of("audit.busy", "");
    }
}
