package org.lianzhi.intake.vault;

import java.util.List;
import org.lianzhi.intake.vault.Uploads.TakenPhoto;

/** What a reporter added later: it is sealed like what was said first. */
public record Addition(String words, List<TakenPhoto> photos) {

    public Addition {
        photos = List.copyOf(photos);
    }

    /** It belongs into no log. */
    @Override
    public String toString() {
        return "a sealed addition";
    }
}
