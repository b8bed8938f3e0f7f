package org.lianzhi.portal.report;

import java.util.List;
import org.springframework.web.multipart.MultipartFile;

/** Photos, if there are any. */
public record PhotosForm(List<MultipartFile> photos) {

    public PhotosForm {
        photos = photos == null
                ? List.of()
                : photos.stream().filter(photo -> !photo.isEmpty()).toList();
    }

    static PhotosForm empty() {
        return new PhotosForm(List.of());
    }
}
