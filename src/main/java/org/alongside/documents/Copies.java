package org.alongside.documents;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import org.alongside.shared.RuleBroken;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Copies of which only what can be seen leaves. A photo tells where and when it was taken, and a PDF may keep what somebody covered with a black bar: both are drawn anew,
 * so nothing that is not on the picture goes along.
 */
final class Copies {
    private static final Set<FileType> DRAWN = Set.of(FileType.JPEG, FileType.PNG, FileType.PDF);
    private static final long MOST_POINTS = 60_000_000;
    private static final int MOST_PAGES = 40;
    private static final int DOTS_PER_INCH = 130;
    private static final float QUALITY = 0.85f;

    private Copies() {
    }

    static boolean canBeMade(FileType type) {
        return DRAWN.contains(type);
    }

    /** @throws RuleBroken when it cannot be read, or is too large to be drawn here */
    static byte[] of(FileType type, byte[] original) {
        try {
            return type == FileType.PDF ? pages(original) : picture(type, original);
        } catch (IOException unreadable) {
            throw new RuleBroken("documents.unreadable", "This file is damaged or locked with a password, so no copy can be made of it.");
        }
    }

    private static byte[] picture(FileType type, byte[] original) throws IOException {
        // Safety: a small file can unfold into a picture larger than all memory.
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(original))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) throw new IOException("not a picture");
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_POINTS) throw tooLarge();
            } finally {
                reader.dispose();
            }
        }
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        Thumbnails.of(new ByteArrayInputStream(original)).scale(1).useExifOrientation(true).outputFormat(type.ending()).outputQuality(QUALITY).toOutputStream(copy);
        return copy.toByteArray();
    }

    private static byte[] pages(byte[] original) throws IOException {
        try (PDDocument from = Loader.loadPDF(original); PDDocument to = new PDDocument()) {
            if (from.getNumberOfPages() > MOST_PAGES) throw tooLarge();
            PDFRenderer renderer = new PDFRenderer(from);
            for (int number = 0; number < from.getNumberOfPages(); number++) {
                PDRectangle size = from.getPage(number).getCropBox();
                if (size.getWidth() * size.getHeight() * DOTS_PER_INCH * DOTS_PER_INCH / (72 * 72) > MOST_POINTS) throw tooLarge();
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
        return new RuleBroken("documents.too-large-to-copy", "This is too large to be copied here. Print the pages that are needed, and add those.");
    }
}
