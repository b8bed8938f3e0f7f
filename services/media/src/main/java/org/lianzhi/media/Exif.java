package org.lianzhi.media;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

/** What the camera wrote into the file. */
final class Exif {

    private static final int UPRIGHT = 1;

    private final Metadata metadata;

    private Exif(Metadata metadata) {
        this.metadata = metadata;
    }

    /** Damaged metadata count as none: they are no reason to refuse a photo. */
    static Exif of(byte[] file) {
        try {
            return new Exif(ImageMetadataReader.readMetadata(new ByteArrayInputStream(file), file.length));
        } catch (ImageProcessingException | IOException | RuntimeException e) {
            return new Exif(new Metadata());
        }
    }

    /** 1 to 8, as in the EXIF standard. */
    int orientation() {
        ExifIFD0Directory directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        if (directory == null || !directory.containsTag(ExifIFD0Directory.TAG_ORIENTATION)) {
            return UPRIGHT;
        }
        try {
            int written = directory.getInt(ExifIFD0Directory.TAG_ORIENTATION);
            return written >= 1 && written <= 8 ? written : UPRIGHT;
        } catch (MetadataException e) {
            return UPRIGHT;
        }
    }

    Optional<PhotoPosition> position() {
        GpsDirectory directory = metadata.getFirstDirectoryOfType(GpsDirectory.class);
        GeoLocation place = directory == null ? null : directory.getGeoLocation();
        return place == null || place.isZero()
                ? Optional.empty()
                : Optional.of(new PhotoPosition(place.getLatitude(), place.getLongitude()));
    }
}
