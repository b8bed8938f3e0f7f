package org.lianzhi.portal.component;

import java.io.StringWriter;
import java.util.List;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** Tables for spreadsheet programs. */
public final class Csv {

    /** Without it Excel takes UTF-8 for the code page of the machine, and Chinese becomes rubbish. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final CsvMapper MAPPER = new CsvMapper();

    private Csv() {}

    public static String of(List<String> header, List<List<String>> rows) {
        StringWriter text = new StringWriter();
        text.write(BYTE_ORDER_MARK);
        CsvSchema schema = CsvSchema.emptySchema().withLineSeparator("\r\n");
        try (SequenceWriter lines = MAPPER.writer(schema).writeValues(text)) {
            lines.write(header);
            rows.forEach(row -> lines.write(row.stream().map(Csv::harmless).toList()));
        }
        return text.toString();
    }

    /** A cell that begins like a formula would be run by the program that opens the file. */
    private static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
