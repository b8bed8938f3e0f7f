package org.lianzhi.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianzhi.model.RuleViolated;

class PhotosTest {

    private static final String CANARY = "CANARY-owner-of-the-camera";

    private final Photos photos = new Photos(PhotoLimits.DEFAULT, IllegalStateException::new);

    @Test
    void nothing_that_the_camera_wrote_is_in_the_copy() {
        byte[] file = SampleFiles.jpegWithExif(40, 20, 1, CANARY);
        assertThat(text(file)).contains(CANARY);

        CleanPhoto copy = photos.clean(file);

        assertThat(text(copy.jpeg())).doesNotContain(CANARY).doesNotContain("Exif");
        assertThat(Photos.position(copy.jpeg())).isEmpty();
        assertThat(copy.sha256()).matches("[0-9a-f]{64}");
    }

    @Test
    void the_position_can_be_read_of_the_original() {
        assertThat(Photos.position(SampleFiles.jpegWithExif(40, 20, 1, CANARY))).hasValueSatisfying(position -> {
            assertThat(position.latitude()).isEqualTo(24.95);
            assertThat(position.longitude()).isEqualTo(111.45);
        });
    }

    @Test
    void the_position_can_be_read_of_each_kind_of_picture() {
        byte[] tiff = SampleFiles.tiff(6, CANARY);
        byte[] heic = SampleFiles.together(
                "\0\0\0\u0018ftypheic\0\0\0\0heicmif1\0\0\1\0mdat\0\0\0\6".getBytes(StandardCharsets.ISO_8859_1),
                SampleFiles.exif(6, CANARY));
        byte[] png = SampleFiles.pngWith("eXIf", tiff);
        for (byte[] file :
                List.of(png, SampleFiles.webpWith(tiff), SampleFiles.webpWith(SampleFiles.exif(6, CANARY)), heic)) {
            assertThat(Photos.position(file))
                    .hasValueSatisfying(
                            position -> assertThat(position.latitude()).isEqualTo(24.95));
        }
        assertThat(photos.clean(png).height()).as("turned").isEqualTo(4);
    }

    @Test
    void what_inflates_to_more_than_the_memory_is_not_inflated() {
        byte[] zeros = SampleFiles.deflatedZeros(Runtime.getRuntime().maxMemory() + (64 << 20));
        byte[] compressed = SampleFiles.together("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1), zeros);
        byte[] international = SampleFiles.together("Comment\0\1\0\0\0".getBytes(StandardCharsets.ISO_8859_1), zeros);
        for (byte[] file : List.of(
                SampleFiles.pngWith("zTXt", compressed),
                SampleFiles.pngWith("iCCP", compressed),
                SampleFiles.pngWith("iTXt", international))) {
            assertThat(file.length).isLessThan(2 << 20);
            assertThat(Photos.position(file)).isEmpty();
            assertThat(photos.clean(file).width()).isEqualTo(4);
        }
    }

    @Test
    void exif_that_names_the_same_value_thousands_of_times_takes_no_more_memory_than_its_file() {
        byte[] tiff = SampleFiles.exifThatNamesTheSameAgainAndAgain();
        byte[] exif = SampleFiles.together("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), tiff);

        assertThat(photos.clean(SampleFiles.jpegWith(exif, 40, 20)).width()).isEqualTo(40);
        assertThat(photos.clean(SampleFiles.pngWith("eXIf", tiff)).width()).isEqualTo(4);
    }

    @Test
    void what_is_covered_is_in_no_pixel_of_the_new_copy_and_the_rest_stays() throws IOException {
        BufferedImage picture = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 200, 100);
        pen.setColor(Color.RED);
        pen.fillRect(50, 20, 40, 30);
        pen.dispose();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", file);
        byte[] copy = photos.clean(file.toByteArray()).jpeg();

        CleanPhoto covered = photos.cover(copy, List.of(new Box(24.9, 19.9, 20.2, 30.2), new Box(90, 90, 10, 10)));

        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(covered.jpeg()));
        assertThat(seen.getWidth()).isEqualTo(200);
        for (int x = 50; x < 90; x++) {
            for (int y = 20; y < 50; y++) {
                Color pixel = new Color(seen.getRGB(x, y));
                assertThat(pixel.getRed() + pixel.getGreen() + pixel.getBlue())
                        .as(x + "," + y)
                        .isLessThan(90);
            }
        }
        assertThat(new Color(seen.getRGB(199, 99)).getRed()).isLessThan(40);
        assertThat(new Color(seen.getRGB(10, 80)).getRed()).isGreaterThan(230);
        assertThat(covered.sha256()).isNotEqualTo(Photos.sha256(copy));
        assertThat(photos.cover(copy, List.of(new Box(24.9, 19.9, 20.2, 30.2), new Box(90, 90, 10, 10)))
                        .sha256())
                .as("the same however often it is made")
                .isEqualTo(covered.sha256());
    }

    @Test
    void a_box_that_is_no_part_of_the_picture_is_refused() {
        for (double[] box : new double[][] {
            {-1, 0, 10, 10}, {0, -1, 10, 10}, {0, 0, 0, 10}, {0, 0, 10, 0}, {95, 0, 10, 10}, {0, 95, 10, 10}
        }) {
            assertThatThrownBy(() -> new Box(box[0], box[1], box[2], box[3]))
                    .isInstanceOfSatisfying(
                            RuleViolated.class,
                            violated -> assertThat(violated.code()).isEqualTo("photo.box"));
        }
        assertThatThrownBy(() -> photos.cover("no picture".getBytes(StandardCharsets.UTF_8), List.of()))
                .isInstanceOf(RuleViolated.class);
    }

    /** Where the red half of the original is to be seen: left, right, top or bottom. */
    @ParameterizedTest
    @CsvSource({
        "1, left",
        "2, right",
        "3, right",
        "4, left",
        "5, top",
        "6, top",
        "7, bottom",
        "8, bottom",
    })
    void a_photo_stands_upright_as_the_camera_was_held(int orientation, String red) throws IOException {
        CleanPhoto copy = photos.clean(SampleFiles.jpegWithExif(64, 32, orientation, CANARY));

        BufferedImage picture = read(copy);
        assertThat(picture.getWidth()).isEqualTo(orientation > 4 ? 32 : 64);
        int x = red.equals("right") ? picture.getWidth() - 4 : 4;
        int y = red.equals("bottom") ? picture.getHeight() - 4 : 4;
        assertThat(isRed(picture.getRGB(x, y))).isTrue();
        assertThat(isRed(picture.getRGB(picture.getWidth() - 1 - x, picture.getHeight() - 1 - y)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png"})
    void a_large_photo_becomes_smaller_and_a_jpeg(String format) {
        CleanPhoto copy = photos.clean(SampleFiles.file(SampleFiles.redAndBlue(5000, 2500), format));

        assertThat(copy.width()).isEqualTo(2048);
        assertThat(copy.height()).isEqualTo(1024);
        assertThat(PhotoType.of(copy.jpeg())).contains(PhotoType.JPEG);
    }

    @Test
    void a_jpeg_that_becomes_clear_step_by_step_is_read() {
        assertThat(photos.clean(SampleFiles.progressive(64, 32, 1)).width()).isEqualTo(64);
    }

    /** A few bytes make the decoder go over all of the picture once more. */
    @Test
    void a_jpeg_that_is_drawn_over_and_over_is_refused() {
        byte[] endless = SampleFiles.progressive(64, 32, 1000);
        byte[] tablesAlone = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9};

        refused(endless, "photo.unreadable");
        refused(SampleFiles.together(tablesAlone, endless), "photo.unreadable");
    }

    @Test
    void what_a_camera_wrote_or_hung_behind_the_picture_counts_as_no_drawing() {
        byte[] likeScans = new byte[2000];
        for (int at = 0; at < likeScans.length; at += 2) {
            likeScans[at] = (byte) 0xFF;
            likeScans[at + 1] = (byte) 0xDA;
        }

        byte[] file = SampleFiles.together(SampleFiles.jpegWith(likeScans, 40, 20), likeScans);

        assertThat(photos.clean(file).width()).isEqualTo(40);
    }

    @Test
    void whoever_has_waited_too_long_is_told_so() {
        var full = new PhotoLimits(1 << 20, 1_000_000, 2048, 0.85f, 0, Duration.ZERO);
        Photos crowded = new Photos(full, () -> new IllegalStateException("crowded"));
        byte[] file = SampleFiles.file(SampleFiles.redAndBlue(40, 20), "jpeg");

        assertThatThrownBy(() -> crowded.clean(file)).hasMessage("crowded");
        assertThatThrownBy(() -> crowded.cover(file, List.of())).hasMessage("crowded");
    }

    @Test
    void a_webp_is_read() {
        CleanPhoto copy = photos.clean(SampleFiles.WEBP);

        assertThat(copy.width()).isEqualTo(1);
        assertThat(PhotoType.of(copy.jpeg())).contains(PhotoType.JPEG);
    }

    /** The decoder holds one as a whole, whatever is taken of it. */
    @Test
    void a_webp_with_a_very_large_picture_is_refused_also_where_its_file_claims_a_small_one() {
        refused(SampleFiles.webpOf(8000), "photo.pixels");
        refused(SampleFiles.webpThatClaimsOnePixelAndHas(8000), "photo.pixels");
        assertThat(photos.clean(SampleFiles.webpThatClaimsOnePixelAndHas(1)).width())
                .isEqualTo(1);
    }

    @Test
    void what_is_hidden_behind_a_photo_is_not_in_the_copy() throws IOException {
        byte[] polyglot = SampleFiles.together(SampleFiles.file(SampleFiles.redAndBlue(40, 20), "jpeg"), zip());

        assertThat(text(photos.clean(polyglot).jpeg())).doesNotContain(CANARY).doesNotContain("PK\u0003");
    }

    @Test
    void other_files_are_refused_by_what_they_are_whatever_they_are_called() throws IOException {
        refused(zip(), "photo.type");
        refused("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>", "photo.type");
        refused("<!DOCTYPE html><html><body>photo.jpg</body></html>", "photo.type");
        refused("../../etc/passwd.jpg", "photo.type");
        refused("GIF89a\1\0\1\0\0\0\0;", "photo.type");
        refused(new byte[0], "photo.type");
    }

    @Test
    void a_heic_is_refused_with_its_name() {
        byte[] heic = "\0\0\0\u0018ftypheic\0\0\0\0heicmif1".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> photos.clean(heic)).isInstanceOfSatisfying(RuleViolated.class, violated -> {
            assertThat(violated.code()).isEqualTo("photo.type");
            assertThat(violated.arguments()).containsExactly("image/heic");
        });
    }

    @Test
    void a_picture_with_too_many_pixels_is_refused_by_its_header_alone() {
        // There is nothing behind the header: decoding it would say that it is unreadable.
        refused(SampleFiles.pngThatClaims(60_000, 60_000), "photo.pixels");
        refused(SampleFiles.pngThatClaims(100, 100), "photo.unreadable");
    }

    @Test
    void no_header_makes_more_memory_to_be_taken_than_the_largest_photo_needs() {
        byte[] file = SampleFiles.pngThatClaims(8000, 8000, 16, 6);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        refused(file, "photo.unreadable");

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(200_000_000);
    }

    @Test
    void a_file_with_too_many_bytes_is_refused() {
        refused(new byte[PhotoLimits.DEFAULT.bytes() + 1], "photo.too-large");
    }

    @Test
    void a_file_that_breaks_off_at_any_byte_is_a_copy_or_a_refusal_and_nothing_else() {
        byte[] whole = SampleFiles.jpegWithExif(64, 32, 6, CANARY);
        for (int length = 0; length < whole.length; length += 7) {
            byte[] part = Arrays.copyOf(whole, length);
            try {
                assertThat(photos.clean(part).jpeg()).isNotEmpty();
            } catch (RuleViolated violated) {
                assertThat(violated.code()).isIn("photo.type", "photo.unreadable");
            }
        }
    }

    private void refused(String text, String code) {
        refused(text.getBytes(StandardCharsets.ISO_8859_1), code);
    }

    private void refused(byte[] file, String code) {
        assertThatThrownBy(() -> photos.clean(file))
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        violated -> assertThat(violated.code()).isEqualTo(code));
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("../../" + CANARY + ".jpg"));
        }
        return bytes.toByteArray();
    }

    private static BufferedImage read(CleanPhoto copy) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(copy.jpeg()));
    }

    private static boolean isRed(int rgb) {
        return ((rgb >> 16) & 0xFF) > 200 && (rgb & 0xFF) < 60;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
