package eu.cairn.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The computing time of all threads of this process (POSIX, clock_gettime), in milliseconds. What
 * Java says of it is in steps of ten milliseconds.
 */
final class ProcessClock {

    /** CLOCK_PROCESS_CPUTIME_ID of Linux. */
    private static final int COMPUTING = 2;

    @SuppressWarnings("restricted") // the signature is that of POSIX
    private static final MethodHandle GET =
            Linker.nativeLinker()
                    .downcallHandle(
                            Linker.nativeLinker()
                                    .defaultLookup()
                                    .find("clock_gettime")
                                    .orElseThrow(),
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.ADDRESS));

    private static final MemorySegment TIME = Arena.global().allocate(ValueLayout.JAVA_LONG, 2);

    private ProcessClock() {}

    static double millis() {
        try {
            int failed = (int) GET.invokeExact(COMPUTING, TIME);
            if (failed != 0) {
                throw new IllegalStateException("no such clock");
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        return TIME.getAtIndex(ValueLayout.JAVA_LONG, 0) * 1e3
                + TIME.getAtIndex(ValueLayout.JAVA_LONG, 1) / 1e6;
    }
}
