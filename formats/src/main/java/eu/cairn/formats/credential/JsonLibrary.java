package eu.cairn.formats.credential;

import jakarta.json.spi.JsonProvider;

/**
 * The JSON implementation, looked up once: the library's own {@code Json} looks it up with each
 * value that is made, which costs a third of a verification.
 */
public final class JsonLibrary {

    public static final JsonProvider JSON = JsonProvider.provider();

    private JsonLibrary() {}
}
