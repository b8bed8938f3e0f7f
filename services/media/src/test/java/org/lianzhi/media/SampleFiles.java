package org.lianzhi.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

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
        return jpegWith(exif(orientation, words), width, height);
    }

    static byte[] jpegWith(byte[] exif, int width, int height) {
        byte[] plain = file(redAndBlue(width, height), "jpeg");
        ByteBuffer with = ByteBuffer.allocate(plain.length + exif.length + 4);
        with.put(plain, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (exif.length + 2))
                .put(exif)
                .put(plain, 2, plain.length - 2);
        return with.array();
    }

    /** A progressive JPEG whose last scan stands in it so many times. */
    static byte[] progressive(int width, int height, int times) {
        byte[] once = progressive(redAndBlue(width, height));
        int scan = text(once).lastIndexOf("\u00FF\u00DA");
        int end = once.length - 2;
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(once, 0, scan);
        for (int time = 0; time < times; time++) {
            file.write(once, scan, end - scan);
        }
        file.write(once, end, 2);
        return file.toByteArray();
    }

    private static byte[] progressive(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** A PNG with one more chunk before its pixels. */
    static byte[] pngWith(String chunk, byte[] data) {
        byte[] plain = file(redAndBlue(4, 2), "png");
        int header = 8 + 4 + 4 + 13 + 4;
        return together(
                together(Arrays.copyOf(plain, header), chunk(chunk, data)),
                Arrays.copyOfRange(plain, header, plain.length));
    }

    /** {@link #WEBP} with EXIF. */
    static byte[] webpWith(byte[] exif) {
        return ByteBuffer.allocate(WEBP.length + 8 + exif.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(WEBP, 0, 4)
                .putInt(WEBP.length + exif.length)
                .put(WEBP, 8, WEBP.length - 8)
                .put("EXIF".getBytes(StandardCharsets.US_ASCII))
                .putInt(exif.length)
                .put(exif)
                .array();
    }

    /** {@link #WEBP}, but its picture says that it has sides of so many pixels. */
    static byte[] webpOf(int side) {
        byte[] large = WEBP.clone();
        int signature = 20;
        ByteBuffer.wrap(large).order(ByteOrder.LITTLE_ENDIAN).putInt(signature + 1, (side - 1) | ((side - 1) << 14));
        return large;
    }

    /** The same behind a header that claims sides of one pixel. */
    static byte[] webpThatClaimsOnePixelAndHas(int side) {
        byte[] picture = webpOf(side);
        int claim = 8 + 10;
        return ByteBuffer.allocate(picture.length + claim)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(picture, 0, 4)
                .putInt(picture.length + claim - 8)
                .put(picture, 8, 4)
                .put("VP8X".getBytes(StandardCharsets.US_ASCII))
                .putInt(10)
                .put(new byte[10])
                .put(picture, 12, picture.length - 12)
                .array();
    }

    /** The beginning of a compressed value: so many zeros, and no end. */
    static byte[] deflatedZeros(long bytes) {
        byte[] zeros = new byte[1 << 20];
        byte[] piece = new byte[1 << 12];
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Deflater deflater = new Deflater();
        try {
            deflater.setInput(zeros);
            out.write(piece, 0, deflater.deflate(piece, 0, piece.length, Deflater.FULL_FLUSH));
            deflater.setInput(zeros);
            int length = deflater.deflate(piece, 0, piece.length, Deflater.FULL_FLUSH);
            for (long inflated = zeros.length; inflated < bytes; inflated += zeros.length) {
                out.write(piece, 0, length);
            }
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }

    /** EXIF in which thousands of entries name the same 5000 fractions. */
    static byte[] exifThatNamesTheSameAgainAndAgain() {
        int entries = 4000;
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + entries * 12 + 4).order(ByteOrder.BIG_ENDIAN);
        tiff.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) entries);
        for (int tag = 0; tag < entries; tag++) {
            entry(tiff, 0x1000 + tag, 5, 5000).putInt(8);
        }
        return tiff.array();
    }

    /** What follows the preamble in {@link #exif}. */
    static byte[] tiff(int orientation, String words) {
        byte[] exif = exif(orientation, words);
        return Arrays.copyOfRange(exif, 6, exif.length);
    }

    static byte[] exif(int orientation, String words) {
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
        return pngThatClaims(width, height, 8, 2);
    }

    /**
     * The same.
     *
     * @param depth bits of a sample
     * @param colour type, as in the PNG specification: 2 for RGB, 6 for RGBA
     */
    static byte[] pngThatClaims(int width, int height, int depth, int colour) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {(byte) depth, (byte) colour, 0, 0, 0})
                .array();
        byte[] signature = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
        return together(together(signature, chunk("IHDR", header)), new byte[] {0, 0, 1, 0, 'I', 'D', 'A', 'T'});
    }

    private static byte[] chunk(String name, byte[] data) {
        byte[] named = together(name.getBytes(StandardCharsets.US_ASCII), data);
        CRC32 crc = new CRC32();
        crc.update(named);
        return ByteBuffer.allocate(4 + named.length + 4)
                .putInt(data.length)
                .put(named)
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
