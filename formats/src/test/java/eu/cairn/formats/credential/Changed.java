package eu.cairn.formats.credential;

import eu.cairn.credential.MicroCredential;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;

/** A micro-credential with some of its parts changed, by the names of its components. */
public final class Changed {

    private Changed() {}

    public static MicroCredential of(MicroCredential credential, Map<String, ?> parts) {
        var components = MicroCredential.class.getRecordComponents();
        var names = Arrays.stream(components).map(RecordComponent::getName).toList();
        if (!names.containsAll(parts.keySet())) {
            throw new IllegalArgumentException("no such part: " + parts.keySet());
        }
        try {
            var values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                var name = components[i].getName();
                values[i] =
                        parts.containsKey(name)
                                ? parts.get(name)
                                : components[i].getAccessor().invoke(credential);
            }
            return MicroCredential.class
                    .getDeclaredConstructor(
                            Arrays.stream(components)
                                    .map(RecordComponent::getType)
                                    .toArray(Class[]::new))
                    .newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
