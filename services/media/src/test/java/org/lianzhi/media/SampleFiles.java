package org.lianzhi.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Files as strangers send them, made here byte by byte. */
final class SampleFiles {

    /** A white WebP of one pixel, lossless. */
    static final byte[] WEBP = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

    private SampleFiles() {}

    /** The left half red, the right half blue. */
    static BufferedImage redAndBlue(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.dispose();
        return picture;
    }

    static byte[] file(BufferedImage picture, String format) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(picture, format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A JPEG whose EXIF holds an orientation, words of the camera's owner, and a position. */
    static byte[] jpegWithExif(int width, int height, int orientation, String words) {
        byte[] plain = file(redAndBlue(width, height), "jpeg");
        byte[] exif = exif(orientation, words);
        ByteBuffer with = ByteBuffer.allocate(plain.length + exif.length + 4);
        with.put(plain, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (exif.length + 2))
                .put(exif)
                .put(plain, 2, plain.length - 2);
        return with.array();
    }

    private static byte[] exif(int orientation, String words) {
        byte[] text = (words + "\0").getBytes(StandardCharsets.US_ASCII);
        int ifd = 8;
        int gps = ifd + 2 + 3 * 12 + 4;
        int rationals = gps + 2 + 4 * 12 + 4;
        int artist = rationals + 48;
        ByteBuffer tiff = ByteBuffer.allocate(artist + text.length).order(ByteOrder.BIG_ENDIAN);
        tiff.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(ifd);
        tiff.putShort((short) 3);
        entry(tiff, 0x0112, 3, 1).putShort((short) orientation).putShort((short) 0);
        entry(tiff, 0x013B, 2, text.length).putInt(artist);
        entry(tiff, 0x8825, 4, 1).putInt(gps);
        tiff.putInt(0);
        tiff.putShort((short) 4);
        entry(tiff, 1, 2, 2).put(new byte[] {'N', 0, 0, 0});
        entry(tiff, 2, 5, 3).putInt(rationals);
        entry(tiff, 3, 2, 2).put(new byte[] {'E', 0, 0, 0});
        entry(tiff, 4, 5, 3).putInt(rationals + 24);
        tiff.putInt(0);
        for (int number : new int[] {24, 1, 57, 1, 0, 1, 111, 1, 27, 1, 0, 1}) {
            tiff.putInt(number);
        }
        tiff.put(text);
        byte[] head = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(head.length + tiff.capacity())
                .put(head)
                .put(tiff.array())
                .array();
    }

    private static ByteBuffer entry(ByteBuffer tiff, int tag, int type, int count) {
        return tiff.putShort((short) tag).putShort((short) type).putInt(count);
    }

    /** The beginning of a PNG that claims to be that large; behind it there is nothing to decode. */
    static byte[] pngThatClaims(int width, int height) {
        byte[] header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        CRC32 crc = new CRC32();
        crc.update(header);
        return ByteBuffer.allocate(8 + 4 + header.length + 4)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})
                .putInt(13)
                .put(header)
                .putInt((int) crc.getValue())
                .array();
    }

    static byte[] together(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }
}
