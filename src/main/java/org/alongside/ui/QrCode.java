package org.alongside.ui;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * Text as a square picture that a phone reads. It is drawn here: nobody else learns what was asked for.
 *
 * @param size of each side in small squares, with the empty border that a camera needs
 * @param path of the dark ones, for an SVG of that size
 */
public record QrCode(int size, String path) {

    public static QrCode of(String text) {
        BitMatrix squares = squares(text);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < squares.getHeight(); y++) {
            int dark = 0;
            for (int x = 0; x <= squares.getWidth(); x++) {
                if (x < squares.getWidth() && squares.get(x, y)) {
                    dark++;
                } else if (dark > 0) {
                    path.append('M').append(x - dark).append(' ').append(y).append('h').append(dark).append("v1h-").append(dark).append('z');
                    dark = 0;
                }
            }
        }
        return new QrCode(squares.getWidth(), path.toString());
    }

    /** A file of its own. */
    public String svg() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + " " + size + "\" shape-rendering=\"crispEdges\">"
                + "<rect width=\"" + size + "\" height=\"" + size + "\" fill=\"#fff\"/><path d=\"" + path + "\"/></svg>";
    }

    private static BitMatrix squares(String text) {
        try {
            // Still read when a seventh of it is torn or dirty, as paper on a wall gets.
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
        } catch (WriterException tooLong) {
            throw new IllegalStateException(tooLong);
        }
    }
}
