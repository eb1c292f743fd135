package org.alongside.files;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.alongside.shared.RuleBroken;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;

/**
 * Copies of which only what can be seen leaves. A photo tells where and when it was taken, and a PDF may keep what somebody covered with a black bar: both are drawn anew,
 * so nothing that is not on the picture goes along.
 */
public final class Copies {
    private static final Set<FileType> DRAWN = Set.of(FileType.JPEG, FileType.PNG, FileType.PDF);
    private static final long MOST_POINTS = 52_000_000, POINTS_KEPT = 13_000_000;
    private static final int HEAD = 1 << 16;
    private static final int MOST_PAGES = 40;
    private static final int DOTS_PER_INCH = 130;
    private static final float QUALITY = 0.85f;

    private Copies() {
    }

    public static boolean canBeMade(FileType type) {
        return DRAWN.contains(type);
    }

    /** One at a time, so that there is memory for it. @throws RuleBroken when it cannot be read, or is too large to be drawn here */
    public static synchronized byte[] of(FileType type, byte[] original) {
        try {
            return type == FileType.PDF ? pages(original) : picture(type, original);
        } catch (RuleBroken refused) {
            throw refused;
        } catch (IOException | RuntimeException unreadable) {
            throw new RuleBroken("files.unreadable", "This file is damaged or locked with a password, so no copy can be made of it.");
        }
    }

    private static byte[] picture(FileType type, byte[] original) throws IOException {
        BufferedImage drawn = drawn(original);
        ImageWriter writer = ImageIO.getImageWritersByFormatName(type.ending()).next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        if (type == FileType.JPEG) {
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
        }
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(copy)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(drawn, null, null), how);
        } finally {
            writer.dispose();
        }
        return copy.toByteArray();
    }

    /** The points alone, the right way up; of a very large picture each second or third of them. */
    private static BufferedImage drawn(byte[] original) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(original))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) throw new IOException("not a picture");
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long points = (long) reader.getWidth(0) * reader.getHeight(0);
                // Safety: a small file can unfold into a picture larger than all memory.
                if (points > MOST_POINTS) throw tooLarge();
                int every = (int) Math.ceil(Math.sqrt((double) points / POINTS_KEPT));
                ImageReadParam how = reader.getDefaultReadParam();
                how.setSourceSubsampling(every, every, 0, 0);
                BufferedImage picture = reader.read(0, how);
                return upright(picture, held(original));
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage upright(BufferedImage picture, @Nullable Orientation held) {
        int width = picture.getWidth(), height = picture.getHeight();
        AffineTransform turn = held == null ? null : switch (held) {
            case TOP_LEFT -> null;
            case TOP_RIGHT -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case BOTTOM_RIGHT -> new AffineTransform(-1, 0, 0, -1, width, height);
            case BOTTOM_LEFT -> new AffineTransform(1, 0, 0, -1, 0, height);
            case LEFT_TOP -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case RIGHT_TOP -> new AffineTransform(0, 1, -1, 0, height, 0);
            case RIGHT_BOTTOM -> new AffineTransform(0, -1, -1, 0, height, width);
            case LEFT_BOTTOM -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
        if (turn == null) return picture;
        boolean lying = turn.getScaleX() == 0;
        // Three bytes a point, since two pictures are in memory at once.
        BufferedImage turned = new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = turned.createGraphics();
        pen.drawImage(picture, turn, null);
        pen.dispose();
        return turned;
    }

    /** How the phone was held, which stands in the hidden part; null when nothing there says so. */
    private static @Nullable Orientation held(byte[] photo) {
        int hidden = new String(photo, 0, Math.min(photo.length, HEAD), StandardCharsets.ISO_8859_1).indexOf("Exif\0\0");
        if (hidden < 0) return null;
        try {
            return ExifUtils.getOrientationFromExif(Arrays.copyOfRange(photo, hidden, Math.min(photo.length, hidden + HEAD)));
        } catch (RuntimeException nonsense) {
            return null;
        }
    }

    private static byte[] pages(byte[] original) throws IOException {
        try (PDDocument from = Loader.loadPDF(original); PDDocument to = new PDDocument()) {
            if (from.getNumberOfPages() > MOST_PAGES) throw tooLarge();
            PDFRenderer renderer = new PDFRenderer(from);
            for (int number = 0; number < from.getNumberOfPages(); number++) {
                PDRectangle size = from.getPage(number).getCropBox();
                if (size.getWidth() * size.getHeight() * DOTS_PER_INCH * DOTS_PER_INCH / (72 * 72) > POINTS_KEPT) throw tooLarge();
                BufferedImage drawn = renderer.renderImageWithDPI(number, DOTS_PER_INCH, ImageType.RGB);
                PDPage page = new PDPage(new PDRectangle(drawn.getWidth() * 72f / DOTS_PER_INCH, drawn.getHeight() * 72f / DOTS_PER_INCH));
                to.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(to, page)) {
                    content.drawImage(JPEGFactory.createFromImage(to, drawn, QUALITY), 0, 0, page.getMediaBox().getWidth(), page.getMediaBox().getHeight());
                }
            }
            ByteArrayOutputStream copy = new ByteArrayOutputStream();
            to.save(copy);
            return copy.toByteArray();
        }
    }

    private static RuleBroken tooLarge() {
        return new RuleBroken("files.too-large-to-copy", "This is too large to be copied here. Print the pages that are needed, and add those.");
    }
}
