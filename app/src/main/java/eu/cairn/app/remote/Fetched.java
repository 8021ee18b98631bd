package eu.cairn.app.remote;

import java.time.Duration;
import java.time.Instant;

/** What came of fetching a document from an address that a stranger named. */
public sealed interface Fetched {

    /** The document. */
    final class Got implements Fetched {

        private final byte[] bytes;
        private final Instant at;
        private final Duration freshFor;
        private final boolean stale;

        Got(byte[] bytes, Instant at, Duration freshFor, boolean stale) {
            this.bytes = bytes.clone();
            this.at = at;
            this.freshFor = freshFor;
            this.stale = stale;
        }

        public byte[] bytes() {
            return bytes.clone();
        }

        int size() {
            return bytes.length;
        }

        /** When it was fetched. */
        public Instant at() {
            return at;
        }

        /** For how long its server says that it may be used without asking again. */
        Duration freshFor() {
            return freshFor;
        }

        /** Whether it was asked for again since, and not had. */
        public boolean stale() {
            return stale;
        }

        Got asStale() {
            return new Got(bytes, at, freshFor, true);
        }
    }

    /** The address is one that is never asked. */
    record NotAsked() implements Fetched {}

    /** There was no answer, or none that may be used. */
    record NotHad(String reason, boolean ours) implements Fetched {

        /**
         * @param ours whether the reason lies here and passes, so that it says nothing of whoever
         *     was to be asked
         */
        public NotHad {}

        NotHad(String reason) {
            this(reason, false);
        }
    }
}
