package org.lianzhi.investigation.photo;

import java.time.Instant;
import java.util.Optional;
import org.lianzhi.investigation.casework.CaseRights;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.kit.PieceByPiece;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.media.CleanPhoto;
import org.lianzhi.media.PhotoLimits;
import org.lianzhi.model.Photo;
import org.lianzhi.model.Role;
import org.lianzhi.model.RuleViolated;
import org.springframework.stereotype.Component;

/** Of a photo that an officer sends only the copy is kept, in whatever way it comes. */
@Component
class OfficersPhotos {

    private final PhotoStore store;
    private final org.lianzhi.media.Photos cleaning;

    OfficersPhotos(PhotoStore store, org.lianzhi.media.Photos cleaning) {
        this.store = store;
        this.cleaning = cleaning;
    }

    /**
     * In whose name one is sent.
     *
     * @throws NotForYou for whoever is no officer
     */
    static String owner(SignedIn who) {
        if (!CaseRights.isOfficer(who)) {
            throw new NotForYou();
        }
        return who.as(who.is(Role.OFFICER) ? Role.OFFICER : Role.LEAD).written();
    }

    CleanPhoto clean(byte[] photo) {
        return cleaning.clean(photo);
    }

    Photo keep(String id, String bureau, CleanPhoto clean, Instant at) {
        store.keep(id, new PhotoStore.Kept(bureau, clean.sha256(), clean.jpeg()), at);
        return new Photo(id, clean.sha256());
    }

    /** Those of an office, as they come piece by piece. */
    PieceByPiece.Files<Photo> of(String bureau) {
        return new PieceByPiece.Files<>() {
            @Override
            public void requireNotTooLarge(long length) {
                if (length > PhotoLimits.DEFAULT.bytes()) {
                    throw new RuleViolated("photo.too-large", PhotoLimits.DEFAULT.bytes());
                }
            }

            @Override
            public boolean isKept(String id) {
                return kept(id).isPresent();
            }

            @Override
            public Optional<Photo> kept(String id) {
                return store.find(id)
                        .filter(photo -> photo.bureau().equals(bureau))
                        .map(photo -> new Photo(id, photo.sha256()));
            }

            @Override
            public Photo keep(String id, byte[] file, Instant at) {
                return OfficersPhotos.this.keep(id, bureau, clean(file), at);
            }
        };
    }
}
