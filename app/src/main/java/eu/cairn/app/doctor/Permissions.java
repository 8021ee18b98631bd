package eu.cairn.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Who may do what with a file, on systems that know owner, group and others (POSIX). */
record Permissions(Set<PosixFilePermission> granted) {

    static Permissions of(Path file) throws IOException {
        return new Permissions(Files.getPosixFilePermissions(file));
    }

    /** Nobody but the owner may read, write or enter. */
    boolean ownerOnly() {
        var owner =
                EnumSet.of(
                        PosixFilePermission.OWNER_READ,
                        PosixFilePermission.OWNER_WRITE,
                        PosixFilePermission.OWNER_EXECUTE);
        return owner.containsAll(granted);
    }

    boolean writtenByOthers() {
        return granted.contains(PosixFilePermission.GROUP_WRITE)
                || granted.contains(PosixFilePermission.OTHERS_WRITE);
    }

    @Override
    public String toString() {
        return PosixFilePermissions.toString(granted);
    }
}
