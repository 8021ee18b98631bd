package eu.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import eu.cairn.award.Award;
import eu.cairn.quality.ApprovedCourse;
import eu.cairn.recognition.RecognitionDecision;
import eu.cairn.verification.VerifiedCredential;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The plan of the house, read from the compiled classes. */
class ArchitectureTest {

    private static final Set<String> MADE_OF = Set.of("framework", "credential");

    /** What each context may use besides itself: makers and users meet only in credential. */
    private static final Map<String, Set<String>> ARROWS =
            Map.of(
                    "framework", Set.of(),
                    "credential", Set.of("framework"),
                    "catalogue", MADE_OF,
                    "quality", Set.of("framework", "credential", "catalogue"),
                    "award", Set.of("framework", "credential", "catalogue", "quality"),
                    "verification", MADE_OF,
                    "stacking", Set.of("framework", "credential", "verification"),
                    "portfolio", Set.of("framework", "credential", "verification", "stacking"),
                    "recognition",
                            Set.of(
                                    "framework",
                                    "credential",
                                    "verification",
                                    "stacking",
                                    "portfolio"));

    private static final Pattern CONTEXT =
            Pattern.compile("eu\\.cairn\\.(?:(?:app|formats)\\.)?([a-z]+)(?:\\..*)?");

    private static final Set<String> NO_NAMES =
            Set.of("util", "common", "helper", "manager", "impl", "dto", "service");

    private final JavaClasses house =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .withImportOption(location -> !location.contains("-tests.jar"))
                    .importPackages("eu.cairn");

    @Test
    void contextsUseOnlyWhatTheArrowsOfTheDesignAllow() {
        assertThat(house.size()).isGreaterThan(200);
        assertThat(trespasses(house)).isEmpty();
    }

    @Test
    void anArrowThatTheDesignDoesNotHaveIsFound() {
        var trespass =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.OnlyIncludeTests())
                        .importPackages("eu.cairn.catalogue");

        assertThat(trespasses(trespass))
                .anyMatch(found -> found.contains("Trespass") && found.contains("stacking"));
    }

    @Test
    void coreSeesOnlyTheJavaBaseModule() {
        var others =
                house.stream()
                        .filter(ArchitectureTest::isCore)
                        .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .filter(target -> !target.isPrimitive())
                        .map(JavaClass::getName)
                        .filter(name -> !isCoreName(name) && !isJavaBase(name))
                        .filter(name -> !name.startsWith("org.jspecify.annotations."))
                        .distinct()
                        .toList();

        assertThat(others).isEmpty();
    }

    @Test
    void formatsNeverUseTheApp() {
        assertThat(
                        house.stream()
                                .filter(c -> !c.getPackageName().startsWith("eu.cairn.app"))
                                .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                                .filter(
                                        d ->
                                                d.getTargetClass()
                                                        .getPackageName()
                                                        .startsWith("eu.cairn.app"))
                                .map(Object::toString)
                                .toList())
                .isEmpty();
    }

    @Test
    void theFourGatesHaveNoOpenConstructor() {
        for (var gate :
                List.of(
                        ApprovedCourse.class,
                        Award.class,
                        VerifiedCredential.class,
                        RecognitionDecision.class)) {
            for (Constructor<?> constructor : gate.getDeclaredConstructors()) {
                assertThat(Modifier.isPrivate(constructor.getModifiers()))
                        .as(gate.getSimpleName())
                        .isTrue();
            }
        }
    }

    @Test
    void nothingIsCalledByANameThatSaysNothing() {
        assertThat(
                        house.stream()
                                .map(c -> c.getName().toLowerCase(java.util.Locale.ROOT))
                                .filter(
                                        name ->
                                                NO_NAMES.stream()
                                                        .anyMatch(
                                                                word ->
                                                                        name.contains(
                                                                                        "." + word
                                                                                                + ".")
                                                                                || name.endsWith(
                                                                                        word)))
                                .toList())
                .isEmpty();
    }

    @Test
    void sqlIsWrittenOnlyInStoresAndTheJournal() {
        assertThat(
                        house.stream()
                                .filter(
                                        c ->
                                                c.getMethodCallsFromSelf().stream()
                                                        .anyMatch(ArchitectureTest::isSql))
                                .map(JavaClass::getSimpleName)
                                .filter(name -> !name.endsWith("Store") && !name.equals("Journal"))
                                .toList())
                .isEmpty();
    }

    private static boolean isSql(JavaMethodCall call) {
        return call.getName().equals("sql")
                && call.getTargetOwner()
                        .getName()
                        .equals("org.springframework.jdbc.core.simple.JdbcClient");
    }

    private static List<String> trespasses(JavaClasses classes) {
        var found = new ArrayList<String>();
        for (var from : classes) {
            var context = context(from);
            if (context.isEmpty()) {
                continue;
            }
            for (var dependency : from.getDirectDependenciesFromSelf()) {
                var target = context(dependency.getTargetClass());
                if (target.isPresent()
                        && !target.equals(context)
                        && !ARROWS.getOrDefault(context.get(), Set.of()).contains(target.get())) {
                    found.add(dependency.getDescription());
                }
            }
        }
        return found;
    }

    private static Optional<String> context(JavaClass someClass) {
        var name = CONTEXT.matcher(someClass.getPackageName());
        return name.matches() && ARROWS.containsKey(name.group(1))
                ? Optional.of(name.group(1))
                : Optional.empty();
    }

    private static boolean isCore(JavaClass someClass) {
        return isCoreName(someClass.getName());
    }

    private static boolean isCoreName(String name) {
        return name.startsWith("eu.cairn.")
                && !name.startsWith("eu.cairn.app.")
                && !name.startsWith("eu.cairn.formats.");
    }

    private static boolean isJavaBase(String name) {
        try {
            return Class.forName(name, false, ArchitectureTest.class.getClassLoader())
                    .getModule()
                    .getName()
                    .equals("java.base");
        } catch (ClassNotFoundException | NullPointerException e) {
            return false;
        }
    }
}
