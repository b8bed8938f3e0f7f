package org.lianzhi.system;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A JPEG that says in its metadata who took it, as phones do. */
final class CanaryPhoto {

    private static final int MARKERS = 2;
    private static final int EXIF = 0xffe1;
    private static final int COMMENT = 0xfffe;
    private static final short ARTIST = 0x013b;
    private static final short TEXT = 2;
    private static final int TIFF_HEADER = 8;
    private static final int ONE_ENTRY = 2 + 12 + 4;

    private CanaryPhoto() {}

    static Path write(Path file, String artist, String comment) throws IOException {
        byte[] picture = picture();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(picture, 0, MARKERS);
        out.writeBytes(segment(EXIF, exif(artist)));
        out.writeBytes(segment(COMMENT, comment.getBytes(StandardCharsets.UTF_8)));
        out.write(picture, MARKERS, picture.length - MARKERS);
        return Files.write(file, out.toByteArray());
    }

    private static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = image.createGraphics();
        drawing.setColor(new Color(0x4d, 0x3b, 0x22));
        drawing.fillRect(0, 240, 640, 240);
        drawing.setColor(new Color(0x7f, 0x8f, 0x9f));
        drawing.fillRect(0, 0, 640, 240);
        drawing.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }

    private static byte[] segment(int marker, byte[] content) {
        return ByteBuffer.allocate(4 + content.length)
                .putShort((short) marker)
                .putShort((short) (2 + content.length))
                .put(content)
                .array();
    }

    private static byte[] exif(String artist) {
        byte[] text = (artist + "\0").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(6 + TIFF_HEADER + ONE_ENTRY + text.length)
                .put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(TIFF_HEADER)
                .putShort((short) 1)
                .putShort(ARTIST)
                .putShort(TEXT)
                .putInt(text.length)
                .putInt(TIFF_HEADER + ONE_ENTRY)
                .putInt(0)
                .put(text)
                .array();
    }
}
