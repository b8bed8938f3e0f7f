package org.lianzhi.portal.upload;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** What somebody chose in a form: a browser sends an empty file where nothing was chosen. */
public final class ChosenFiles {

    private ChosenFiles() {}

    public static List<MultipartFile> of(@Nullable List<MultipartFile> sent) {
        return sent == null
                ? List.of()
                : sent.stream().filter(file -> !file.isEmpty()).toList();
    }
}
