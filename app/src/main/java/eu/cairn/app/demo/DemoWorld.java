package eu.cairn.app.demo;

import java.util.List;
import org.springframework.stereotype.Component;

/** placeholder */
@Component
public class DemoWorld {
    /** links */
    public record Links(
            String stack, String genuine, String revoked, String password, List<Guest> people) {}

    /** guest */
    public record Guest(String name, String email, String standing) {}

    public void make() {}

    public Links links() {
        return new Links("", "", "", "", List.of());
    }
}
