package org.lianzhi.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.lianzhi.model.RuleViolated;

class UnshownTest {

    private static final long MOST = 1 << 20;

    private static byte[] box(String type, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(8 + bytes.length)
                .putInt(8 + bytes.length)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .put(bytes)
                .array();
    }

    private static byte[] film(String brand) {
        return SampleFiles.together(
                box("ftyp", brand + "\0\0\2\0" + brand),
                SampleFiles.together(box("mdat", "pictures and sound"), box("moov", "where they are")));
    }

    private static byte[] heic() {
        return SampleFiles.together(
                box("ftyp", "heic\0\0\0\0mif1heic"), SampleFiles.together(box("meta", "what"), box("mdat", "picture")));
    }

    private static byte[] webm(String segmentSize) {
        return HexFormat.of().parseHex("1A45DFA3874282847765626D" + "18538067" + segmentSize + "EC81AA");
    }

    @Test
    void what_cannot_be_copied_here_is_known_by_its_bytes() {
        assertThat(Unshown.of(film("isom"), MOST)).contains(Unshown.MP4);
        assertThat(Unshown.of(film("qt  "), MOST)).contains(Unshown.QUICKTIME);
        assertThat(Unshown.of(heic(), MOST)).contains(Unshown.HEIC);
        assertThat(Unshown.of(webm("83"), MOST)).contains(Unshown.WEBM);
        assertThat(Unshown.of(webm("01FFFFFFFFFFFFFF"), MOST)).contains(Unshown.WEBM);
    }

    @Test
    void photos_and_rubbish_are_for_others_to_judge() {
        assertThat(Unshown.of(SampleFiles.file(SampleFiles.redAndBlue(8, 8), "jpeg"), MOST))
                .isEmpty();
        assertThat(Unshown.of("<svg/>".getBytes(StandardCharsets.UTF_8), MOST)).isEmpty();
        assertThat(Unshown.of(film("avif"), MOST)).isEmpty();
        assertThat(Unshown.of(new byte[0], MOST)).isEmpty();
    }

    @Test
    void a_beginning_alone_is_not_enough() {
        byte[] film = film("isom");
        refused(Arrays.copyOf(film, film.length - 3), "original.unreadable");
        refused(SampleFiles.together(film, "<html><script>".getBytes(StandardCharsets.UTF_8)), "original.unreadable");
        refused(box("ftyp", "isom"), "original.unreadable");
        refused(SampleFiles.together(film, box("exec", "anything")), "original.unreadable");
        refused(webm("84"), "original.unreadable");
        refused(HexFormat.of().parseHex("1A45DFA3874282847765626E1853806783EC81AA"), "original.unreadable");
        refused(HexFormat.of().parseHex("1A45DFA3FF"), "original.unreadable");
    }

    @Test
    void a_film_that_is_also_an_archive_or_a_document_is_refused() {
        refused(SampleFiles.together(film("mp42"), box("free", "PK\5\6" + "\0".repeat(18))), "original.unreadable");
        refused(
                SampleFiles.together(
                        box("ftyp", "isom"),
                        SampleFiles.together(
                                box("free", "%PDF-1.7"), SampleFiles.together(box("mdat", "x"), box("moov", "y")))),
                "original.unreadable");
    }

    @Test
    void one_that_is_too_large_is_told_how_large_it_may_be() {
        assertThatThrownBy(() -> Unshown.of(film("isom"), 20)).isInstanceOfSatisfying(RuleViolated.class, violated -> {
            assertThat(violated.code()).isEqualTo("original.too-large");
            assertThat(violated.arguments()).hasToString("[20]");
        });
    }

    private static void refused(byte[] file, String code) {
        assertThatThrownBy(() -> Unshown.of(file, MOST))
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        violated -> assertThat(violated.code()).isEqualTo(code));
    }
}
