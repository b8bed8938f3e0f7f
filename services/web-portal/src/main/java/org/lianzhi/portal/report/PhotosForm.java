package org.lianzhi.portal.report;

import java.util.List;
import org.lianzhi.portal.upload.ChosenFiles;
import org.springframework.web.multipart.MultipartFile;

/** Photos, if there are any. */
public record PhotosForm(List<MultipartFile> photos) {

    public PhotosForm {
        photos = ChosenFiles.of(photos);
    }

    static PhotosForm empty() {
        return new PhotosForm(List.of());
    }
}
