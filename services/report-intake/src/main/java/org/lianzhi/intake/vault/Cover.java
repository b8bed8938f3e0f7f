package org.lianzhi.intake.vault;

import java.util.List;
import org.lianzhi.media.Box;

/**
 * What of a photo is covered before it may leave.
 *
 * @param boxes none: nothing is covered any more
 * @param sha256 of the copy that came of it
 */
public record Cover(List<Box> boxes, String sha256) {

    public Cover {
        boxes = List.copyOf(boxes);
    }
}
