package org.lianzhi.portal.cases.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.lianzhi.portal.client.Service;
import org.lianzhi.portal.upload.Begun;
import org.lianzhi.portal.upload.Piecewise;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import org.springframework.web.multipart.MultipartFile;

/** Sends photos ahead of the command that names them. */
@Component
class Uploads {

    private static final String PHOTOS = "/api/v1/photos";
    private static final byte[] NOTHING = {};

    private final Service jointInvestigation;

    Uploads(Service jointInvestigation) {
        this.jointInvestigation = jointInvestigation;
    }

    private record Uploaded(String id) {}

    /** The form with the ids of its photos, if it is one with photos. */
    <F> F ahead(F form, String once) {
        if (!(form instanceof Pictured<?> pictured)) {
            return form;
        }
        List<String> ids = new ArrayList<>(pictured.kept());
        pictured.photos().forEach(photo -> ids.add(id(photo, once)));
        @SuppressWarnings("unchecked") // A form keeps its own type.
        F whole = (F) pictured.keeping(ids);
        return whole;
    }

    Begun begin(Piecewise photo) {
        return jointInvestigation.beginUpload(Begun.class, photo.key(), photo.size(), PHOTOS);
    }

    Begun append(String upload, long offset, byte[] piece) {
        return jointInvestigation.appendToUpload(Begun.class, offset, false, piece, PHOTOS + "/{id}", upload);
    }

    /** The photo's id, once all of it is there. */
    String finish(String upload, long size) {
        return jointInvestigation
                .appendToUpload(Uploaded.class, size, true, NOTHING, PHOTOS + "/{id}", upload)
                .id();
    }

    private String id(MultipartFile photo, String once) {
        byte[] bytes = bytes(photo);
        // The same picture sent again is the same upload; another one under the same form is another.
        String key = once + "-" + DigestUtils.md5DigestAsHex(bytes);
        return jointInvestigation
                .upload(Uploaded.class, key, new Nameless(bytes), PHOTOS)
                .id();
    }

    private static byte[] bytes(MultipartFile photo) {
        try {
            return photo.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file's name may tell a person's: it stays here. */
    private static final class Nameless extends ByteArrayResource {

        Nameless(byte[] bytes) {
            super(bytes);
        }

        @Override
        public String getFilename() {
            return "photo";
        }
    }
}
