package org.lianzhi.portal.component;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A table to take away.
 *
 * @param name of the file, without its ending
 */
public record Table(String name, List<String> header, List<List<String>> rows) {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType EXCEL =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final int WIDEST = 60;

    /** @param ending {@code csv} or {@code xlsx} */
    public ResponseEntity<byte[]> as(String ending) {
        boolean excel = ending.equals("xlsx");
        ContentDisposition asFile = ContentDisposition.attachment()
                .filename(name + "." + (excel ? "xlsx" : "csv"))
                .build();
        return ResponseEntity.ok()
                .contentType(excel ? EXCEL : CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, asFile.toString())
                .body(excel ? workbook() : Csv.of(header, rows).getBytes(StandardCharsets.UTF_8));
    }

    /** Every cell is text: nothing in it can be taken for a formula. */
    private byte[] workbook() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Lianzhi", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("1");
            for (int column = 0; column < header.size(); column++) {
                sheet.inlineString(0, column, header.get(column));
                sheet.width(column, width(column));
            }
            sheet.range(0, 0, 0, header.size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < header.size(); column++) {
                    sheet.inlineString(row + 1, column, rows.get(row).get(column));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** A Chinese character is as wide as two letters. */
    private int width(int column) {
        int widest = rows.stream()
                .limit(200)
                .mapToInt(row -> letters(row.get(column)))
                .max()
                .orElse(0);
        return Math.clamp(Math.max(letters(header.get(column)), widest) + 2L, 8, WIDEST);
    }

    private static int letters(String text) {
        return text.codePoints().map(point -> point < 0x2E80 ? 1 : 2).sum();
    }
}
