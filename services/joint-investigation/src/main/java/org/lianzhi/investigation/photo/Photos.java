package org.lianzhi.investigation.photo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianzhi.kit.Attachments;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.Photo;
import org.lianzhi.model.RuleViolated;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Turns the ids of photos that were sent before into what a record says of them. */
@Component
public class Photos {

    private static final int AT_MOST = 30;

    private final PhotoStore store;

    Photos(PhotoStore store) {
        this.store = store;
    }

    /** @throws RuleViolated {@code case.photo.unknown} for a photo that the person's own bureau did not send */
    public List<Photo> of(SignedIn who, @Nullable List<String> ids) {
        if (ids == null) {
            return List.of();
        }
        if (ids.size() > AT_MOST) {
            throw new RuleViolated("case.photos.too-many", AT_MOST);
        }
        return ids.stream().map(id -> one(who, id)).toList();
    }

    /**
     * The picture itself. Who may see it was looked at before.
     *
     * @throws NotForYou when there is none
     */
    public ResponseEntity<byte[]> show(String id) {
        return Attachments.jpeg(id, store.find(id).orElseThrow(NotForYou::new).jpeg());
    }

    /** Named before it is looked for, so that it is not swept between both. */
    private Photo one(SignedIn who, String id) {
        store.named(id);
        return store.find(id)
                .filter(kept -> kept.bureau().equals(who.bureau()))
                .map(kept -> new Photo(id, kept.sha256()))
                .orElseThrow(() -> new RuleViolated("case.photo.unknown", id));
    }
}
