package eu.cairn.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Makes the libraries of a folder ready for the cache of classes from which brief commands start
 * (JEP 514). It holds no class of a signed archive and none of before Java 6: the signature is left
 * away, for the archive was checked when it was downloaded, and old classes get what the present
 * verifier of the Java machine reads. Nothing else changes.
 */
final class StartingLibraries {

    private static final int JAVA_8 = 52;

    private StartingLibraries() {}

    /** Rewrites the archives in the folder that is named. */
    public static void main(String[] arguments) throws IOException {
        // theirs alone wants signatures on what brings ciphers
        var keepSigned = System.getProperty("java.vendor", "").startsWith("Oracle");
        makeReady(Path.of(arguments[0]), keepSigned);
    }

    static void makeReady(Path folder, boolean keepSigned) throws IOException {
        try (var archives = Files.newDirectoryStream(folder, "*.jar")) {
            for (var archive : archives) {
                if (needsIt(archive, keepSigned)) {
                    rewrite(archive);
                }
            }
        }
    }

    private static boolean needsIt(Path archive, boolean keepSigned) throws IOException {
        try (var jar = new JarFile(archive.toFile(), false)) {
            var isSigned = jar.stream().anyMatch(StartingLibraries::isSignature);
            return isSigned ? !keepSigned : isOld(jar);
        }
    }

    /** An archive is compiled for one version of Java, all but what only later ones read. */
    private static boolean isOld(JarFile jar) throws IOException {
        var first =
                jar.stream()
                        .filter(entry -> isClass(entry) && !entry.getName().startsWith("META-INF/"))
                        .filter(entry -> !entry.getName().equals("module-info.class"))
                        .findFirst();
        return first.isPresent() && isOld(bytes(jar, first.get()));
    }

    private static boolean isOld(byte[] type) {
        return ByteBuffer.wrap(type).getShort(6) < ClassFile.JAVA_6_VERSION;
    }

    private static void rewrite(Path archive) throws IOException {
        var rewritten = archive.resolveSibling(archive.getFileName() + ".new");
        var of = List.of(archive.toUri().toURL()).toArray(URL[]::new);
        try (var jar = new JarFile(archive.toFile(), false);
                var loader = new URLClassLoader(of, null);
                var out = new JarOutputStream(Files.newOutputStream(rewritten), manifest(jar))) {
            var classFile =
                    ClassFile.of(
                            StackMapsOption.GENERATE_STACK_MAPS,
                            ClassHierarchyResolverOption.of(
                                    ClassHierarchyResolver.ofResourceParsing(loader)
                                            .orElse(ClassHierarchyResolver.defaultResolver())));
            for (var entry : jar.stream().toList()) {
                if (isSignature(entry) || entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    continue;
                }
                var bytes = bytes(jar, entry);
                out.putNextEntry(new JarEntry(entry.getName()));
                out.write(isClass(entry) && isOld(bytes) ? lifted(classFile, bytes) : bytes);
                out.closeEntry();
            }
        }
        Files.move(rewritten, archive, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] lifted(ClassFile classFile, byte[] type) {
        // code that is passed on as it stands would be copied without what the verifier reads
        var methods = MethodTransform.transformingCode((code, element) -> code.with(element));
        ClassTransform version =
                (lifted, element) -> {
                    if (element instanceof ClassFileVersion) {
                        lifted.withVersion(JAVA_8, 0);
                    } else {
                        lifted.with(element);
                    }
                };
        return classFile.transformClass(
                classFile.parse(type),
                version.andThen(ClassTransform.transformingMethods(methods)));
    }

    /** The manifest without the digests that belong to a signature. */
    private static Manifest manifest(JarFile jar) throws IOException {
        var manifest = new Manifest();
        if (jar.getManifest() != null) {
            manifest.getMainAttributes().putAll(jar.getManifest().getMainAttributes());
        }
        return manifest;
    }

    private static boolean isClass(JarEntry entry) {
        return entry.getName().endsWith(".class");
    }

    private static boolean isSignature(JarEntry entry) {
        return entry.getName().toUpperCase(Locale.ROOT).matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
    }

    private static byte[] bytes(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }
}
