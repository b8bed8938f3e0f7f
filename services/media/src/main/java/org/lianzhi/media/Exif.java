package org.lianzhi.media;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegSegmentReader;
import com.drew.imaging.jpeg.JpegSegmentType;
import com.drew.imaging.png.PngChunkReader;
import com.drew.imaging.png.PngChunkType;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.GeoLocation;
import com.drew.lang.RandomAccessReader;
import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifTiffHandler;
import com.drew.metadata.exif.GpsDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What the camera wrote into the file. Of all that a file can hold only the EXIF is read, and of that only what is asked
 * for here: text and colour profiles of a PNG inflate to any size, and a few bytes of EXIF can name the same value
 * thousands of times.
 */
final class Exif {

    private static final int UPRIGHT = 1;
    private static final String PREAMBLE = ExifReader.JPEG_SEGMENT_PREAMBLE;
    /** More does not fit into a JPEG. */
    private static final int MOST = 0xFFFF;

    private final Metadata metadata;

    private Exif(Metadata metadata) {
        this.metadata = metadata;
    }

    /** Damaged metadata count as none: they are no reason to refuse a photo. */
    static Exif of(byte[] file) {
        Metadata metadata = new Metadata();
        try {
            Optional<byte[]> tiff = tiff(file);
            if (tiff.isPresent() && tiff.get().length <= MOST) {
                new TiffReader().processTiff(new ByteArrayReader(tiff.get()), new Wanted(metadata), 0);
            }
        } catch (ImageProcessingException | IOException | RuntimeException e) {
            return new Exif(new Metadata());
        }
        return new Exif(metadata);
    }

    /** Readers over the array, as they do not believe a length that is not there. */
    private static Optional<byte[]> tiff(byte[] file) throws ImageProcessingException, IOException {
        Optional<PhotoType> type = PhotoType.of(file);
        return type.isPresent()
                ? switch (type.get()) {
                    case JPEG -> ofJpeg(file);
                    case PNG -> ofPng(file);
                    case WEBP -> ofWebp(file);
                }
                : found(file);
    }

    private static Optional<byte[]> ofJpeg(byte[] file) throws ImageProcessingException, IOException {
        Iterable<byte[]> segments = JpegSegmentReader.readSegments(
                        new SequentialByteArrayReader(file), Set.of(JpegSegmentType.APP1))
                .getSegments(JpegSegmentType.APP1);
        for (byte[] segment : segments) {
            if (ExifReader.startsWithJpegExifPreamble(segment)) {
                return Optional.of(withoutPreamble(segment));
            }
        }
        return Optional.empty();
    }

    private static Optional<byte[]> ofPng(byte[] file) throws ImageProcessingException, IOException {
        var chunks = new PngChunkReader()
                .extract(new SequentialByteArrayReader(file), Set.of(PngChunkType.eXIf))
                .iterator();
        return chunks.hasNext() ? Optional.of(chunks.next().getBytes()) : Optional.empty();
    }

    private static Optional<byte[]> ofWebp(byte[] file) throws IOException {
        return WebpChunks.of(file, Set.of("EXIF")).stream().findFirst().map(chunk -> withoutPreamble(chunk.bytes()));
    }

    /** For HEIC: its boxes need not be understood to find the one place that begins like this. */
    private static Optional<byte[]> found(byte[] file) {
        String bytes = new String(file, StandardCharsets.ISO_8859_1);
        for (String order : new String[] {"MM\0*", "II*\0"}) {
            int at = bytes.indexOf(PREAMBLE + order);
            if (at >= 0) {
                int from = at + PREAMBLE.length();
                return Optional.of(Arrays.copyOfRange(file, from, Math.min(file.length, from + MOST)));
            }
        }
        return Optional.empty();
    }

    private static byte[] withoutPreamble(byte[] exif) {
        return ExifReader.startsWithJpegExifPreamble(exif)
                ? Arrays.copyOfRange(exif, PREAMBLE.length(), exif.length)
                : exif;
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

    /** Reads the values that are asked for, and passes over all others. */
    private static final class Wanted extends ExifTiffHandler {

        private static final Set<Integer> TAGS = Set.of(
                ExifIFD0Directory.TAG_ORIENTATION,
                GpsDirectory.TAG_LATITUDE_REF,
                GpsDirectory.TAG_LATITUDE,
                GpsDirectory.TAG_LONGITUDE_REF,
                GpsDirectory.TAG_LONGITUDE);
        /** Three fractions have 24. */
        private static final int BYTES = 32;

        private boolean positionRead;

        Wanted(Metadata metadata) {
            super(metadata, null, 0);
        }

        @Override
        public boolean tryEnterSubIfd(int tag) {
            if (positionRead || tag != ExifIFD0Directory.TAG_GPS_INFO_OFFSET) {
                return false;
            }
            positionRead = super.tryEnterSubIfd(tag);
            return positionRead;
        }

        @Override
        public boolean hasFollowerIfd() {
            return false;
        }

        @Override
        public boolean customProcessTag(
                int at, Set<Integer> seen, int header, RandomAccessReader reader, int tag, int bytes) {
            return !TAGS.contains(tag) || bytes > BYTES;
        }
    }
}
