package org.lianzhi.portal.cases.step;

import java.util.List;
import org.springframework.web.multipart.MultipartFile;

/**
 * A form with photos. A browser chooses files once only: what has arrived is kept by its id while the form is mended.
 *
 * @param <F> the form
 */
interface Pictured<F> {

    List<MultipartFile> photos();

    /** Ids of photos that have arrived. */
    List<String> kept();

    /** The same form with these photos and none waiting. */
    F keeping(List<String> ids);
}
