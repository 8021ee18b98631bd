package eu.cairn.formats.credential;

import com.apicatalog.jsonld.uri.UriUtils;
import com.apicatalog.jsonld.uri.UriValidationPolicy;
import java.util.regex.Pattern;

/** The shape of an absolute IRI (RFC 3987), as far as a document may name something by it. */
public final class Iri {

    private static final Pattern ABSOLUTE =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`\\p{Cntrl}]+");

    private Iri() {}

    public static boolean isAbsolute(String text) {
        return ABSOLUTE.matcher(text).matches()
                && UriUtils.isAbsoluteUri(text, UriValidationPolicy.Full);
    }
}
