package org.lianzhi.embedded;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** A zip of a data folder whose last entry lists the SHA-256 sums of all others, in the form that {@code sha256sum -c} reads. */
final class BackupZip {

    private static final String MANIFEST = "manifest.sha256";
    private static final Set<OpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    private static final Set<String> LOCKS = Set.of(FolderLock.FILE, ".lock");

    private BackupZip() {}

    static void write(Path folder, Path zip) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        // The keys are in it.
        var forOwner = FolderContents.rights(zip, "rw-------");
        try (OutputStream file = Channels.newOutputStream(Files.newByteChannel(zip, NEW, forOwner));
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (Map.Entry<String, Path> source : files(folder).entrySet()) {
                sums.put(source.getKey(), add(out, source.getKey(), source.getValue()));
            }
            out.putNextEntry(new ZipEntry(MANIFEST));
            out.write(lines(sums).getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        OnDisk.force(zip);
    }

    /** By name. A part may be a link to where there is more room. */
    private static Map<String, Path> files(Path folder) throws IOException {
        List<String> tops = Stream.concat(Stream.of(FolderFormat.FILE), FolderContents.PARTS.stream())
                .toList();
        Map<String, Path> all = new TreeMap<>();
        for (String top : tops) {
            Path real = folder.resolve(top).toRealPath();
            try (Stream<Path> tree = Files.walk(real)) {
                tree.filter(Files::isRegularFile)
                        .filter(file -> !LOCKS.contains(file.getFileName().toString()))
                        .forEach(file -> all.put(name(top, real.relativize(file)), file));
            }
        }
        return all;
    }

    private static String name(String top, Path below) {
        String rest = below.toString().replace('\\', '/');
        return rest.isEmpty() ? top : top + "/" + rest;
    }

    private static String add(ZipOutputStream out, String name, Path source) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        try (DigestInputStream in = digesting(Files.newInputStream(source))) {
            in.transferTo(out);
            out.closeEntry();
            return sum(in);
        }
    }

    private static String lines(Map<String, String> sums) {
        return sums.entrySet().stream()
                .map(entry -> entry.getValue() + "  " + entry.getKey() + "\n")
                .collect(Collectors.joining());
    }

    /** Unpacks into a new folder. When it returns, every file is on the disk and has the sum it had. */
    static void unpack(Path zip, Path target) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            Map<String, String> expected = manifest(file);
            Set<String> names = file.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> !name.equals(MANIFEST))
                    .collect(Collectors.toSet());
            if (!names.equals(expected.keySet())) {
                throw damaged(zip, null);
            }
            for (Map.Entry<String, String> entry : expected.entrySet()) {
                if (!extract(file, entry.getKey(), target).equals(entry.getValue())) {
                    throw damaged(zip, null);
                }
            }
            OnDisk.forceAll(target);
        } catch (ZipException | EOFException e) {
            throw damaged(zip, e);
        }
    }

    private static Map<String, String> manifest(ZipFile file) throws IOException {
        ZipEntry entry = file.getEntry(MANIFEST);
        if (entry == null) {
            throw new ZipException("no " + MANIFEST);
        }
        try (InputStream in = file.getInputStream(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("  ", 2))
                    .collect(Collectors.toMap(parts -> parts[parts.length - 1], parts -> parts[0]));
        } catch (IllegalStateException e) {
            throw new ZipException("a name twice in " + MANIFEST);
        }
    }

    private static String extract(ZipFile file, String name, Path target) throws IOException {
        Path destination = target.resolve(name).normalize();
        ZipEntry entry = file.getEntry(name);
        if (!destination.startsWith(target) || entry == null) {
            throw new ZipException("not a name inside the folder: " + name);
        }
        Files.createDirectories(destination.getParent());
        try (DigestInputStream in = digesting(file.getInputStream(entry));
                OutputStream out = Files.newOutputStream(destination)) {
            in.transferTo(out);
            return sum(in);
        }
    }

    private static DigestInputStream digesting(InputStream in) {
        try {
            return new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sum(DigestInputStream in) {
        return HexFormat.of().formatHex(in.getMessageDigest().digest());
    }

    private static DataFolderProblem damaged(Path zip, @Nullable Throwable cause) {
        return new DataFolderProblem(
                DataFolderProblem.Code.BACKUP_DAMAGED,
                zip + " is not a whole backup: use another one. Nothing was changed.",
                cause);
    }
}
