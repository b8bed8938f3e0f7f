package org.lianzhi.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianzhi.embedded.DataFolderProblem.Code;

class DataFolderTest {

    @TempDir
    Path temporary;

    private Path root;
    private Path zip;

    @BeforeEach
    void paths() {
        root = temporary.resolve("data");
        zip = temporary.resolve("backup.zip");
    }

    @Test
    void a_new_folder_carries_its_format_and_keeps_its_cluster() {
        String cluster;
        try (DataFolder folder = DataFolder.open(root)) {
            cluster = folder.clusterId();
        }
        assertThat(root.resolve("format")).content().startsWith("format=1\n");
        try (DataFolder again = DataFolder.open(root)) {
            assertThat(again.clusterId()).isEqualTo(cluster);
        }
    }

    @Test
    void only_the_owner_reads_the_keys() throws IOException {
        assumePosix();
        try (DataFolder folder = DataFolder.open(root)) {
            assertThat(rights(folder.keys())).isEqualTo("rwx------");
        }
    }

    @Test
    void only_the_owner_looks_into_a_folder_that_the_program_makes() throws IOException {
        assumePosix();
        filled("before");
        DataFolder.backup(root, zip);
        Path elsewhere = temporary.resolve("above/elsewhere");
        DataFolder.restore(elsewhere, zip, false);
        assertThat(List.of(root, elsewhere))
                .allSatisfy(folder -> assertThat(rights(folder)).isEqualTo("rwx------"));
    }

    @Test
    void a_folder_that_is_there_keeps_the_rights_that_somebody_gave_it() throws IOException {
        assumePosix();
        Files.createDirectory(root);
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-x---"));
        DataFolder.open(root).close();
        assertThat(rights(root)).isEqualTo("rwxr-x---");
    }

    @Test
    void a_folder_in_use_cannot_be_opened_reset_or_backed_up() {
        try (DataFolder open = DataFolder.open(root)) {
            assertThat(open.store()).exists();
            assertRefused(Code.IN_USE, () -> DataFolder.open(root).close());
            assertRefused(Code.IN_USE, () -> DataFolder.reset(root));
            assertRefused(Code.IN_USE, () -> DataFolder.backup(root, zip));
        }
    }

    @Test
    void a_folder_that_cannot_be_made_is_refused() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "no folder");
        assertRefused(Code.NOT_WRITABLE, () -> DataFolder.open(file.resolve("data")));
    }

    @Test
    void a_folder_with_something_else_is_left_alone() throws IOException {
        Files.writeString(Files.createDirectories(root).resolve("thesis.doc"), "my work");
        assertRefused(Code.NOT_A_DATA_FOLDER, () -> DataFolder.open(root));
        assertRefused(Code.NOT_A_DATA_FOLDER, () -> DataFolder.reset(root));
        assertThat(root).isDirectoryNotContaining("glob:**lock");
    }

    @Test
    void data_of_a_later_version_are_refused() throws IOException {
        filled("something");
        Files.writeString(root.resolve("format"), "format=2\ncluster=abc\n");
        assertRefused(Code.NEWER_FORMAT, () -> DataFolder.open(root));
    }

    @Test
    void an_unreadable_format_is_damage() throws IOException {
        filled("something");
        Files.write(root.resolve("format"), new byte[] {0, 1, 2, (byte) 0xff});
        assertRefused(Code.DAMAGED, () -> DataFolder.open(root));
    }

    @Test
    void a_missing_part_is_damage_and_not_a_new_beginning() throws IOException {
        filled("something");
        Files.delete(root.resolve("store").resolve("data.mv"));
        Files.delete(root.resolve("store"));
        assertRefused(Code.DAMAGED, () -> DataFolder.open(root));
    }

    @Test
    void data_without_a_format_are_damage_and_not_a_new_beginning() throws IOException {
        filled("something");
        Files.delete(root.resolve("format"));
        assertRefused(Code.DAMAGED, () -> DataFolder.open(root));
    }

    @Test
    void a_backup_restores_what_was_there() throws IOException {
        filled("before");
        DataFolder.backup(root, zip);
        DataFolder.reset(root);
        filled("after");
        assertThat(DataFolder.restore(root, zip, true))
                .hasValueSatisfying(aside ->
                        assertThat(aside.resolve("store").resolve("data.mv")).hasContent("after"));
        assertThat(root.resolve("store").resolve("data.mv")).hasContent("before");
        DataFolder.open(root).close();
    }

    @Test
    void only_the_owner_reads_a_backup() throws IOException {
        assumePosix();
        filled("some data");
        DataFolder.backup(root, zip);
        assertThat(rights(zip)).isEqualTo("rw-------");
    }

    @Test
    void a_part_that_was_moved_to_a_larger_disk_is_in_the_backup() throws IOException {
        filled("some data");
        Path moved = Files.move(root.resolve("store"), temporary.resolve("larger"));
        Files.createSymbolicLink(root.resolve("store"), moved);
        DataFolder.backup(root, zip);
        try (ZipFile backup = new ZipFile(zip.toFile());
                Stream<Path> files = Files.list(moved)) {
            List<String> wanted =
                    files.map(file -> "store/" + file.getFileName()).toList();
            assertThat(wanted).isNotEmpty();
            assertThat(backup.stream().map(ZipEntry::getName)).containsAll(wanted);
        }
    }

    @Test
    void what_was_erased_since_is_in_no_backup_and_no_restore_or_reset_touches_it() throws IOException {
        filled("before");
        Path register = root.resolve("register/register.jsonl");
        Files.createDirectories(register.getParent());
        Files.writeString(register, "one\n");
        DataFolder.backup(root, zip);
        Files.writeString(register, "one\ntwo\n");

        DataFolder.restore(root, zip, true);
        assertThat(register).hasContent("one\ntwo");
        DataFolder.reset(root);
        assertThat(register).hasContent("one\ntwo");
        try (ZipFile backup = new ZipFile(zip.toFile())) {
            assertThat(backup.stream().map(ZipEntry::getName)).noneMatch(name -> name.contains("register"));
        }
        DataFolder.open(root).close();
    }

    @Test
    void a_restore_does_not_hide_data_unless_told_to() throws IOException {
        filled("before");
        DataFolder.backup(root, zip);
        filled("after");
        assertRefused(Code.HAS_DATA, () -> DataFolder.restore(root, zip, false));
        assertThat(root.resolve("store").resolve("data.mv")).hasContent("after");
    }

    @Test
    void a_damaged_backup_changes_nothing() throws IOException {
        filled("before");
        DataFolder.backup(root, zip);
        byte[] bytes = Files.readAllBytes(zip);
        bytes[bytes.length / 2] ^= 1;
        Files.write(zip, bytes);
        assertRefused(Code.BACKUP_DAMAGED, () -> DataFolder.restore(root, zip, true));
        Files.write(zip, Arrays.copyOf(bytes, bytes.length / 2));
        assertRefused(Code.BACKUP_DAMAGED, () -> DataFolder.restore(root, zip, true));
        assertThat(root.resolve("store").resolve("data.mv")).hasContent("before");
        DataFolder.open(root).close();
    }

    @Test
    void a_missing_backup_is_said_to_be_missing() throws IOException {
        filled("before");
        assertThatThrownBy(() -> DataFolder.restore(root, temporary.resolve("nowhere.zip"), true))
                .isInstanceOf(DataFolderProblem.class)
                .hasMessageContaining("nowhere.zip");
    }

    @Test
    void a_backup_overwrites_no_file() throws IOException {
        filled("before");
        Files.writeString(zip, "an older backup");
        assertRefused(Code.HAS_DATA, () -> DataFolder.backup(root, zip));
        assertThat(zip).hasContent("an older backup");
    }

    @Test
    void a_backup_is_not_written_into_the_folder_that_it_is_of() throws IOException {
        filled("before");
        Path moved = Files.move(root.resolve("store"), temporary.resolve("larger"));
        Files.createSymbolicLink(root.resolve("store"), moved);
        Path link = Files.createSymbolicLink(temporary.resolve("link"), root);
        for (Path place : List.of(root, root.resolve("keys"), moved, link, root.resolve("keys/../../data"))) {
            assertRefused(Code.BACKUP_INSIDE, () -> DataFolder.backup(root, place.resolve("b.zip")));
            assertThat(place).isDirectoryNotContaining("glob:**b.zip*");
        }
        DataFolder.backup(root, root.resolve("../b.zip"));
        assertThat(temporary.resolve("b.zip")).exists();
    }

    /** As an earlier version let somebody put it there. */
    @Test
    void a_file_of_somebody_in_the_folder_hinders_no_start_after_a_reset() throws IOException {
        filled("before");
        Path strange = Files.writeString(root.resolve("b.zip"), "an older backup");
        DataFolder.reset(root);
        DataFolder.open(root).close();
        assertThat(strange).hasContent("an older backup");
    }

    @Test
    void a_file_of_somebody_in_the_folder_hinders_no_restore_after_an_interrupted_one() throws IOException {
        filled("before");
        DataFolder.backup(root, zip);
        Files.writeString(root.resolve("b.zip"), "an older backup");
        interruptRestore();
        assertRefused(Code.DAMAGED, () -> DataFolder.open(root));
        DataFolder.restore(root, zip, true);
        assertThat(root.resolve("store").resolve("data.mv")).hasContent("before");
        DataFolder.open(root).close();
    }

    /** What is there when the format and one part are aside, and nothing has come in yet. */
    private void interruptRestore() throws IOException {
        Path aside = Files.createDirectory(root.resolve("aside-20261129-120000"));
        Files.createDirectory(root.resolve("incoming"));
        Files.move(root.resolve("format"), aside.resolve("format"));
        Files.move(root.resolve("broker"), aside.resolve("broker"));
    }

    @Test
    void what_was_erased_marks_the_folder_too() throws IOException {
        Files.createDirectories(root.resolve("register"));
        Files.writeString(root.resolve("b.zip"), "an older backup");
        DataFolder.open(root).close();
    }

    @Test
    void a_stranger_who_calls_a_folder_incoming_keeps_it() throws IOException {
        Path letter = Files.createDirectories(root.resolve("incoming")).resolve("letter.txt");
        Files.writeString(letter, "for me");
        Files.writeString(root.resolve("thesis.doc"), "my work");
        assertRefused(Code.NOT_A_DATA_FOLDER, () -> DataFolder.reset(root));
        assertThat(letter).hasContent("for me");
    }

    @Test
    void nothing_is_backed_up_where_nothing_is() {
        assertThatThrownBy(() -> DataFolder.backup(root, zip)).isInstanceOf(DataFolderProblem.class);
        assertThat(zip).doesNotExist();
        assertThat(root).doesNotExist();
    }

    @Test
    void a_reset_moves_the_data_aside_and_the_next_start_is_a_new_one() throws IOException {
        filled("before");
        assertThat(DataFolder.reset(root))
                .hasValueSatisfying(aside ->
                        assertThat(aside.resolve("store").resolve("data.mv")).hasContent("before"));
        try (DataFolder folder = DataFolder.open(root)) {
            assertThat(folder.store()).isEmptyDirectory();
        }
        assertThat(DataFolder.reset(root.resolveSibling("other"))).isEmpty();
    }

    private void filled(String words) throws IOException {
        try (DataFolder folder = DataFolder.open(root)) {
            Files.writeString(folder.store().resolve("data.mv"), words);
        }
    }

    private static void assumePosix() {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void assertRefused(Code code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(DataFolderProblem.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.getMessage()).doesNotContain("\n").endsWith(".");
        });
    }
}
