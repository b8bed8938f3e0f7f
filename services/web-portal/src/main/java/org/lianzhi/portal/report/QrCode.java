package org.lianzhi.portal.report;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/**
 * A QR code to be drawn.
 *
 * @param size squares along one side, with the quiet zone
 * @param path the dark squares as the path of an SVG
 */
public record QrCode(int size, String path) {

    private static final int QUIET_ZONE = 4;

    static QrCode of(String content) {
        try {
            BitMatrix squares = new QRCodeWriter()
                    .encode(content, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, QUIET_ZONE));
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < squares.getHeight(); y++) {
                for (int x = 0; x < squares.getWidth(); x++) {
                    if (squares.get(x, y)) {
                        path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                    }
                }
            }
            return new QrCode(squares.getWidth(), path.toString());
        } catch (WriterException e) {
            throw new IllegalStateException("too long for a QR code", e);
        }
    }

    /** What it holds opens a report: it belongs into no log. */
    @Override
    public String toString() {
        return "a QR code";
    }
}
