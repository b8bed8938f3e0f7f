package org.lianzhi.portal.upload;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.client.Away;
import org.lianzhi.portal.client.Refused;
import org.lianzhi.portal.client.Service;
import org.lianzhi.portal.client.TooOften;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import org.springframework.validation.BindingResult;
import org.springframework.web.multipart.MultipartFile;

/** Photos go to report-intake one by one as they are chosen. One that fails is named at the field {@code photos}. */
@Component
public class PhotoUploads {

    private static final int AT_MOST = 6;
    private static final long BYTES_AT_MOST = 20L << 20;
    private static final int NAME_AT_MOST = 60;
    private static final String UPLOADS = "/api/v1/uploads";
    private static final byte[] NOTHING = {};

    private final Service reportIntake;

    PhotoUploads(Service reportIntake) {
        this.reportIntake = reportIntake;
    }

    private record Upload(
            String id, @Nullable Double lat, @Nullable Double lon) {}

    /** A photo that has arrived, and where it says it was taken, in degrees on WGS-84. */
    public record Arrived(
            SentPhoto photo, @Nullable Double lat, @Nullable Double lon) {}

    /**
     * Sends one as a whole.
     *
     * @param whole id of what the photo belongs to: the same picture sent twice for it is one upload
     * @param already how many there are
     */
    public Optional<Arrived> send(
            MultipartFile photo, String whole, int already, HttpServletResponse response, BindingResult found) {
        String name = name(photo.getOriginalFilename());
        return isTooMuch(name, photo.getSize(), already, found)
                ? Optional.empty()
                : told(name, response, found, () -> {
                            String key = key(whole, photo);
                            return reportIntake.upload(Upload.class, key, photo.getResource(), UPLOADS);
                        })
                        .map(upload -> arrived(upload, name));
    }

    /** Begins one that comes piece by piece, or tells how far it is. */
    Optional<Begun> begin(Piecewise photo, HttpServletResponse response, BindingResult found) {
        String name = name(photo.name());
        return isTooMuch(name, photo.size(), 0, found)
                ? Optional.empty()
                : told(
                        name,
                        response,
                        found,
                        () -> reportIntake.beginUpload(Begun.class, photo.key(), photo.size(), UPLOADS));
    }

    /** Sends the next piece. */
    Begun append(String id, long offset, byte[] piece) {
        return reportIntake.appendToUpload(Begun.class, offset, false, piece, UPLOADS + "/{id}", id);
    }

    /** All pieces have been sent. */
    Optional<Arrived> finish(
            String id, Piecewise photo, int already, HttpServletResponse response, BindingResult found) {
        String name = name(photo.name());
        return isTooMuch(name, photo.size(), already, found)
                ? Optional.empty()
                : told(
                                name,
                                response,
                                found,
                                () -> reportIntake.appendToUpload(
                                        Upload.class, photo.size(), true, NOTHING, UPLOADS + "/{id}", id))
                        .map(upload -> arrived(upload, name));
    }

    private static Arrived arrived(Upload upload, String name) {
        return new Arrived(new SentPhoto(upload.id(), name), upload.lat(), upload.lon());
    }

    private static boolean isTooMuch(String name, long bytes, int already, BindingResult found) {
        if (already >= AT_MOST) {
            reject(found, "report.photos.many", name);
        } else if (bytes > BYTES_AT_MOST) {
            reject(found, "report.photos.large", name);
        }
        return already >= AT_MOST || bytes > BYTES_AT_MOST;
    }

    private static <T> Optional<T> told(
            String name, HttpServletResponse response, BindingResult found, Supplier<T> sending) {
        try {
            return Optional.of(sending.get());
        } catch (Refused refused) {
            reject(found, words(refused.code()), name);
        } catch (TooOften tooOften) {
            tooOften.tell(response);
            reject(found, "report.photos.toooften", name);
        } catch (Away away) {
            away.tell(response);
            reject(found, "report.photos.away", name);
        }
        return Optional.empty();
    }

    private static String words(String code) {
        return switch (code) {
            case "photo.too-large", "original.too-large", "request.too-large" -> "report.photos.large";
            case "original.unreadable" -> "report.photos.damaged";
            case "photo.type" -> "report.photos.type";
            case "photo.pixels" -> "report.photos.pixels";
            default -> "report.photos.unreadable";
        };
    }

    private static void reject(BindingResult found, String key, String name) {
        found.rejectValue("photos", key, new Object[] {name}, key);
    }

    /** A browser's file name may be long; some send the whole path. */
    private static String name(@Nullable String given) {
        String name = Objects.requireNonNullElse(given, "").replaceFirst(".*[/\\\\]", "");
        return name.length() <= NAME_AT_MOST ? name : "…" + name.substring(name.length() - NAME_AT_MOST);
    }

    private static String key(String whole, MultipartFile photo) {
        try (InputStream bytes = photo.getInputStream()) {
            return whole + "-" + DigestUtils.md5DigestAsHex(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
