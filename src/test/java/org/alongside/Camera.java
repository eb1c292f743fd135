package org.alongside;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What a phone reads that looks at a square. */
public final class Camera {
    private static final Pattern DARK = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");
    private static final int POINTS = 6;

    private Camera() {}

    /** The square as a browser draws it. */
    public static String reads(Element svg) {
        int size = Integer.parseInt(svg.attr("viewBox").split(" ")[2]) * POINTS;
        BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, size, size);
        pen.setColor(Color.BLACK);
        for (Matcher dark = DARK.matcher(svg.select("path").attr("d")); dark.find();) pen.fillRect(at(dark, 1), at(dark, 2), at(dark, 3), POINTS);
        pen.dispose();
        return reads(picture);
    }

    /** The square somewhere on a sheet; empty when there is none. */
    public static String reads(BufferedImage sheet) {
        int[] points = sheet.getRGB(0, 0, sheet.getWidth(), sheet.getHeight(), null, 0, sheet.getWidth());
        try {
            return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(sheet.getWidth(), sheet.getHeight(), points))), Map.of(DecodeHintType.TRY_HARDER, true)).getText();
        } catch (NotFoundException none) {
            return "";
        } catch (ReaderException broken) {
            throw new AssertionError(broken);
        }
    }

    private static int at(Matcher dark, int group) {
        return Integer.parseInt(dark.group(group)) * POINTS;
    }
}
