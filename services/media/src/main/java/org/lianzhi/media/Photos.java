package org.lianzhi.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.SampleModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import net.coobird.thumbnailator.Thumbnails;
import org.lianzhi.model.RuleViolated;

/** Makes of a stranger's file a photo that may circulate, or refuses it. Nothing of it is written to a disk. */
public final class Photos {

    /** Bytes of a pixel in red, green and blue. */
    private static final int PLAIN = 3;

    /** A WebP is held by the decoder as a whole, some eighteen bytes a pixel as measured: of the most pixels one in so many. */
    private static final int WEBP_SHARE = 4;

    /** A JPEG may be drawn over and over, each time as a whole. Encoders need some ten scans, and the most thorough twenty. */
    private static final int MOST_SCANS = 32;

    private final PhotoLimits limits;
    private final Supplier<? extends RuntimeException> crowded;
    private final Semaphore atOnce;

    /** @param crowded what is thrown when too many others are before one for too long */
    public Photos(PhotoLimits limits, Supplier<? extends RuntimeException> crowded) {
        this.limits = limits;
        this.crowded = crowded;
        this.atOnce = new Semaphore(limits.atOnce(), true);
    }

    /**
     * Reads a file and makes the copy.
     *
     * @throws RuleViolated {@code photo.too-large} (bytes allowed), {@code photo.type} (what it is instead),
     *     {@code photo.pixels} (pixels allowed) or {@code photo.unreadable}
     */
    public CleanPhoto clean(byte[] file) {
        if (file.length > limits.bytes()) {
            throw new RuleViolated("photo.too-large", limits.bytes());
        }
        PhotoType type =
                PhotoType.of(file).orElseThrow(() -> new RuleViolated("photo.type", PhotoType.mediaType(file)));
        return inTurn(() -> encode(decode(type, file)));
    }

    private interface Making {

        CleanPhoto make() throws IOException;
    }

    /** Whoever waits holds a file in memory and a place of the service, so nobody waits for ever. */
    private CleanPhoto inTurn(Making making) {
        if (!isMyTurn()) {
            throw crowded.get();
        }
        try {
            return making.make();
        } catch (IOException e) {
            throw new RuleViolated("photo.unreadable");
        } finally {
            atOnce.release();
        }
    }

    private boolean isMyTurn() {
        try {
            return atOnce.tryAcquire(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Covers parts of a copy for good: what was there is in no byte of the new one.
     *
     * @param copy as {@link #clean} made it
     * @throws RuleViolated {@code photo.unreadable} for anything else
     */
    public CleanPhoto cover(byte[] copy, List<Box> boxes) {
        return inTurn(() -> {
            BufferedImage picture = decode(PhotoType.of(copy).orElseThrow(IOException::new), copy);
            Graphics2D pen = picture.createGraphics();
            pen.setColor(Color.BLACK);
            for (Box box : boxes) {
                int left = box.from(box.left(), picture.getWidth());
                int top = box.from(box.top(), picture.getHeight());
                pen.fillRect(
                        left,
                        top,
                        box.to(box.left() + box.width(), picture.getWidth()) - left,
                        box.to(box.top() + box.height(), picture.getHeight()) - top);
            }
            pen.dispose();
            return encode(picture);
        });
    }

    /** Where a photo says it was taken; empty also for a file that cannot be read. */
    public static Optional<PhotoPosition> position(byte[] file) {
        return Exif.of(file).position();
    }

    private BufferedImage decode(PhotoType type, byte[] file) throws IOException {
        if (type == PhotoType.JPEG && JpegScans.areMoreThan(MOST_SCANS, file)) {
            throw new IOException("a JPEG that never ends");
        }
        ImageReader reader = type.reader();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            check(width * height, limits.pixels());
            if (type == PhotoType.WEBP) {
                check(Math.max(width * height, WebpFrames.pixels(file)), limits.pixels() / WEBP_SHARE);
            }
            BufferedImage picture = reader.read(0, roughly(reader, width, height));
            return Upright.of(fit(picture), Exif.of(file).orientation());
        } catch (IndexOutOfBoundsException
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException
                | NegativeArraySizeException
                | ArithmeticException e) {
            // Readers fail in these ways on files that are damaged, or made to damage.
            throw new IOException(e);
        } finally {
            reader.dispose();
        }
    }

    private static void check(long pixels, long most) {
        if (pixels > most) {
            throw new RuleViolated("photo.pixels", most);
        }
    }

    /**
     * Takes every n-th pixel of a very large picture, so that no picture stands in memory with more bytes than one of the
     * most pixels in plain colours: 16 bits and transparency make it up to nearly three times as large.
     */
    private ImageReadParam roughly(ImageReader reader, long width, long height) throws IOException {
        long room = limits.pixels() * PLAIN;
        int bytes = bytesOfPixel(reader);
        int step = Math.max(1, (int) (Math.max(width, height) / (2L * limits.side())));
        while (Math.ceilDiv(width, step) * Math.ceilDiv(height, step) * bytes > room) {
            step++;
        }
        ImageReadParam how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step, step, 0, 0);
        how.setSourceProgressivePasses(0, MOST_SCANS);
        return how;
    }

    /** Of the kind of picture that the reader makes when it is left to choose. */
    private static int bytesOfPixel(ImageReader reader) throws IOException {
        Iterator<ImageTypeSpecifier> kinds = reader.getImageTypes(0);
        if (!kinds.hasNext()) {
            throw new IIOException("no kind of picture");
        }
        SampleModel pixel = kinds.next().getSampleModel();
        return Math.ceilDiv(pixel.getNumDataElements() * DataBuffer.getDataTypeSize(pixel.getDataType()), Byte.SIZE);
    }

    private BufferedImage fit(BufferedImage picture) throws IOException {
        if (Math.max(picture.getWidth(), picture.getHeight()) <= limits.side()) {
            return picture;
        }
        return Thumbnails.of(picture).size(limits.side(), limits.side()).asBufferedImage();
    }

    private CleanPhoto encode(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(limits.quality());
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        byte[] jpeg = bytes.toByteArray();
        return new CleanPhoto(jpeg, sha256(jpeg), picture.getWidth(), picture.getHeight());
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
