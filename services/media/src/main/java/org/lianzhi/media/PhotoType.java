package org.lianzhi.media;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.apache.tika.Tika;

/** The kinds of photo that are read. */
enum PhotoType {
    JPEG,
    PNG,
    WEBP;

    private static final Tika MAGIC = new Tika();

    /** By the first bytes alone. */
    static Optional<PhotoType> of(byte[] file) {
        return switch (mediaType(file)) {
            case "image/jpeg" -> Optional.of(JPEG);
            case "image/png" -> Optional.of(PNG);
            case "image/webp" -> Optional.of(WEBP);
            default -> Optional.empty();
        };
    }

    static String mediaType(byte[] file) {
        return MAGIC.detect(file);
    }

    ImageReader reader() throws IOException {
        return switch (this) {
            case JPEG -> ImageIO.getImageReadersByFormatName("jpeg").next();
            case PNG -> ImageIO.getImageReadersByFormatName("png").next();
            // Found through the registry only by threads whose class loader sees it: named here instead.
            case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
        };
    }
}
