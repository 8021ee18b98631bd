package eu.cairn.formats.credential.pkcs11;

import eu.cairn.formats.credential.KeyUnusable;
import eu.cairn.formats.credential.pkcs11.TokenSettings.Place;
import eu.cairn.framework.Refusal;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The library of a token's maker: it is started, tokens are found in it by their names, and it is
 * started anew where it lost its token (PKCS #11 v2.40, sections 5.4 and 5.5). All else goes
 * through the provider of the JDK, which can do none of the three.
 *
 * <p>A library is loaded once in a process, and started for all who use it. Numbers are as wide as
 * on Linux and macOS of 64 bits.
 */
@SuppressWarnings("restricted") // the layout of the functions is that of the standard
final class TokenLibrary {

    private static final long OK = 0;
    private static final long ALREADY_INITIALIZED = 0x191;
    private static final long OS_LOCKING_OK = 2;
    private static final long MAX_SLOTS = 1024;
    private static final int LABEL_BYTES = 32;

    /** More than the structure has on any machine of 64 bits. */
    private static final long TOKEN_INFO_BYTES = 256;

    private static final long INITIALIZE_ARGS_BYTES = 6 * Long.BYTES;

    private static final ValueLayout.OfLong ULONG = ValueLayout.JAVA_LONG;
    private static final ValueLayout POINTER = ValueLayout.ADDRESS;

    private static final Map<Path, TokenLibrary> LOADED = new ConcurrentHashMap<>();

    private final Path path;
    private final MethodHandle initialize;
    private final MethodHandle finalise;
    private final MethodHandle getSlotList;
    private final MethodHandle getTokenInfo;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final AtomicInteger generation = new AtomicInteger();

    private TokenLibrary(Path path) {
        this.path = path;
        var functions = functions(path);
        // the order of the function list, after the version of the standard
        initialize = function(functions, 1, POINTER);
        finalise = function(functions, 2, POINTER);
        getSlotList = function(functions, 5, ValueLayout.JAVA_BYTE, POINTER, POINTER);
        getTokenInfo = function(functions, 7, ULONG, POINTER);
        start();
    }

    /**
     * The library at {@code path}, started.
     *
     * @throws KeyUnusable {@code key.token-library} if it cannot be loaded
     */
    static TokenLibrary at(Path path) {
        return LOADED.computeIfAbsent(path, TokenLibrary::new);
    }

    private static MemorySegment functions(Path path) {
        try {
            var symbols = SymbolLookup.libraryLookup(path, Arena.global());
            var entry = symbols.find("C_GetFunctionList").orElseThrow(() -> notLoaded(path));
            var list = Arena.global().allocate(ValueLayout.ADDRESS);
            call(handle(entry, POINTER), "C_GetFunctionList", list);
            return list.get(ValueLayout.ADDRESS, 0).reinterpret(8L * Long.BYTES);
        } catch (IllegalArgumentException e) {
            throw notLoaded(path);
        }
    }

    private static KeyUnusable notLoaded(Path path) {
        return new KeyUnusable(Refusal.of("key.token-library", "", path));
    }

    private static MethodHandle function(
            MemorySegment functions, int place, ValueLayout... arguments) {
        return handle(functions.get(ValueLayout.ADDRESS, (long) place * Long.BYTES), arguments);
    }

    private static MethodHandle handle(MemorySegment function, ValueLayout... arguments) {
        return Linker.nativeLinker()
                .downcallHandle(function, FunctionDescriptor.of(ULONG, arguments));
    }

    /** How often the library was started anew; what was opened before does not work any more. */
    int generation() {
        return generation.get();
    }

    /** Whoever works with the library holds the one for reading. */
    ReadWriteLock lock() {
        return lock;
    }

    private void start() {
        try (var arena = Arena.ofConfined()) {
            var arguments = arena.allocate(INITIALIZE_ARGS_BYTES, Long.BYTES);
            arguments.set(ULONG, 4L * Long.BYTES, OS_LOCKING_OK); // after four functions
            var result = invoke(initialize, arguments);
            if (result != OK && result != ALREADY_INITIALIZED) {
                throw failed("C_Initialize", result);
            }
        }
    }

    /** Starts the library anew; every session with every token in it ends. */
    void restart() {
        lock.writeLock().lock();
        try {
            generation.incrementAndGet();
            invoke(finalise, MemorySegment.NULL); // it may have ended already
            start();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /**
     * The slot of a token that is there.
     *
     * @throws KeyUnusable {@code key.token-away} if it is not, {@code key.token-several} if several
     *     have its name
     */
    long slot(Place place) {
        var found =
                switch (place) {
                    case Place.Slot(var id) -> label(id).map(label -> id).stream().toList();
                    case Place.Label(var label) ->
                            Arrays.stream(slots())
                                    .filter(slot -> label(slot).equals(Optional.of(label)))
                                    .boxed()
                                    .toList();
                };
        if (found.size() > 1) {
            throw new KeyUnusable(Refusal.of("key.token-several", "", place));
        }
        if (found.isEmpty()) {
            throw new KeyUnusable(Refusal.of("key.token-away", "", place, path));
        }
        return found.getFirst();
    }

    private long[] slots() {
        try (var arena = Arena.ofConfined()) {
            var count = arena.allocate(ULONG);
            count.set(ULONG, 0, MAX_SLOTS);
            var list = arena.allocate(ULONG, MAX_SLOTS);
            call(getSlotList, "C_GetSlotList", (byte) 1, list, count);
            return list.asSlice(0, count.get(ULONG, 0) * Long.BYTES).toArray(ULONG);
        }
    }

    /** The name of the token in a slot, if it is there. */
    private Optional<String> label(long slot) {
        try (var arena = Arena.ofConfined()) {
            var info = arena.allocate(TOKEN_INFO_BYTES, Long.BYTES);
            if (invoke(getTokenInfo, slot, info) != OK) {
                return Optional.empty();
            }
            var bytes = info.asSlice(0, LABEL_BYTES).toArray(ValueLayout.JAVA_BYTE);
            return Optional.of(new String(bytes, StandardCharsets.UTF_8).stripTrailing());
        }
    }

    private static void call(MethodHandle function, String name, Object... arguments) {
        var result = invoke(function, arguments);
        if (result != OK) {
            throw failed(name, result);
        }
    }

    private static KeyUnusable failed(String name, long result) {
        return new KeyUnusable(
                Refusal.of("key.token-failed", "", "%s: 0x%x".formatted(name, result)));
    }

    private static long invoke(MethodHandle function, Object... arguments) {
        try {
            return (long) function.invokeWithArguments(arguments);
        } catch (Error | RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
