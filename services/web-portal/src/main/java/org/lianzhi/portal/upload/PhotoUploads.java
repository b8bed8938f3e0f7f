package org.lianzhi.portal.upload;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
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
     * Sends one.
     *
     * @param whole id of what the photo belongs to: the same picture sent twice for it is one upload
     * @param already how many there are
     */
    public Optional<Arrived> send(
            MultipartFile photo, String whole, int already, HttpServletResponse response, BindingResult found) {
        String name = name(photo);
        if (already >= AT_MOST) {
            reject(found, "report.photos.many", name);
        } else if (photo.getSize() > BYTES_AT_MOST) {
            reject(found, "report.photos.large", name);
        } else {
            try {
                Upload upload =
                        reportIntake.upload(Upload.class, key(whole, photo), photo.getResource(), "/api/v1/uploads");
                return Optional.of(new Arrived(new SentPhoto(upload.id(), name), upload.lat(), upload.lon()));
            } catch (Refused refused) {
                reject(found, words(refused.code()), name);
            } catch (TooOften tooOften) {
                tooOften.tell(response);
                reject(found, "report.photos.toooften", name);
            } catch (Away away) {
                away.tell(response);
                reject(found, "report.photos.away", name);
            }
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
    private static String name(MultipartFile photo) {
        String name =
                Objects.requireNonNullElse(photo.getOriginalFilename(), "").replaceFirst(".*[/\\\\]", "");
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
