package org.lianzhi.portal.cases.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.lianzhi.portal.client.Service;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import org.springframework.web.multipart.MultipartFile;

/** Sends photos ahead of the command that names them. */
@Component
class Uploads {

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

    /** Sends one photo; sent again it is the same. */
    String id(MultipartFile photo, String once) {
        byte[] bytes = bytes(photo);
        // The same picture sent again is the same upload; another one under the same form is another.
        String key = once + "-" + DigestUtils.md5DigestAsHex(bytes);
        return jointInvestigation
                .upload(Uploaded.class, key, new Nameless(bytes), "/api/v1/photos")
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
