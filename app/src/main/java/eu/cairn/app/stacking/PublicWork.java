package eu.cairn.app.stacking;

import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Work that anybody may ask for without an account: on half of the processors at most, so that the
 * others are there for those who have one. Who finds no place in time is told to come again ({@code
 * audit.busy}, 503).
 */
@Component
class PublicWork {

    private final WorkPlaces places = new WorkPlaces();

    ResponseEntity<Object> answer(Supplier<ResponseEntity<Object>> work) {
        return places.inTurn(work).orElseGet(LongWork::busy);
    }
}
