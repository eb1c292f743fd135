package org.alongside.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.alongside.shared.RuleBroken;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

public class CopiesTests {
    private static final String WHERE = "51.4875N 0.0981W Saint Invented Lane";

    @Test
    void a_photo_leaves_without_where_it_was_taken_and_the_right_way_up() throws IOException {
        byte[] photo = photo(40, 20, 6);
        assertThat(text(photo)).as("the control: the original tells where").contains(WHERE);

        byte[] copy = Copies.of(FileType.JPEG, photo);
        BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(copy));

        assertThat(text(copy)).doesNotContain("Invented", "Exif", "GPS");
        assertThat(drawn.getWidth()).as("a phone held upright").isEqualTo(20);
        assertThat(drawn.getHeight()).isEqualTo(40);
    }

    @Test
    void however_the_phone_was_held_the_picture_stands_upright() throws IOException {
        List<String> corners = List.of("left above", "right above", "right below", "left below", "left above", "right above", "right below", "left below");
        for (int orientation = 1; orientation <= 8; orientation++) {
            BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(Copies.of(FileType.JPEG, photo(80, 40, orientation))));
            int width = drawn.getWidth(), height = drawn.getHeight();
            assertThat(width > height).as("" + orientation).isEqualTo(orientation < 5);
            String bright = List.of("left above", "right above", "right below", "left below").stream()
                    .filter(corner -> (drawn.getRGB(corner.startsWith("left") ? 3 : width - 4, corner.endsWith("above") ? 3 : height - 4) & 0xFF) > 128).findFirst().orElse("none");
            assertThat(bright).as("" + orientation).isEqualTo(corners.get(orientation - 1));
        }
    }

    @Test
    void a_picture_leaves_without_the_words_in_it() throws IOException {
        byte[] png = withWords(png(30, 20));
        assertThat(text(png)).contains(WHERE);

        assertThat(text(Copies.of(FileType.PNG, png))).doesNotContain("Invented");
    }

    @Test
    void what_lies_under_a_black_bar_of_a_pdf_does_not_leave() throws IOException {
        byte[] pdf = coveredPdf();
        assertThat(words(pdf)).as("the control: the original still holds it").contains("Invented Lane");

        byte[] copy = Copies.of(FileType.PDF, pdf);

        assertThat(words(copy)).doesNotContain("Invented");
        try (PDDocument made = Loader.loadPDF(copy)) {
            assertThat(made.getNumberOfPages()).isEqualTo(1);
            assertThat(made.getDocumentInformation().getMetadataKeys()).doesNotContain("Author", "Title");
            assertThat(made.getPage(0).getMediaBox().getWidth()).isBetween(610f, 614f);
        }
    }

    @Test
    void what_cannot_be_read_or_unfolds_into_more_than_fits_is_refused_and_says_why() throws IOException {
        assertThatThrownBy(() -> Copies.of(FileType.JPEG, Arrays.copyOf(photo(40, 20, 1), 40))).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> Copies.of(FileType.PDF, "%PDF-1.7 nothing".getBytes(StandardCharsets.US_ASCII))).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> Copies.of(FileType.PNG, hugePng())).isInstanceOfSatisfying(RuleBroken.class, refused -> assertThat(refused.rule()).isEqualTo("files.too-large-to-copy"));
        assertThatThrownBy(() -> Copies.of(FileType.PDF, lockedPdf())).isInstanceOf(RuleBroken.class);
        try (PDDocument many = new PDDocument()) {
            for (int page = 0; page < 41; page++) many.addPage(new PDPage());
            assertThatThrownBy(() -> Copies.of(FileType.PDF, saved(many))).isInstanceOf(RuleBroken.class);
        }
    }

    @Test
    void whatever_is_broken_in_a_file_it_is_refused_in_words() throws IOException {
        Random random = new Random(5);
        for (int i = 0; i < 150; i++) {
            FileType type = List.of(FileType.JPEG, FileType.PNG, FileType.PDF).get(i % 3);
            byte[] broken = (type == FileType.JPEG ? photo(40, 20, 6) : type == FileType.PNG ? png(30, 20) : coveredPdf()).clone();
            for (int at = 0; at < 8; at++) broken[4 + random.nextInt(broken.length - 4)] = (byte) random.nextInt(256);
            try {
                assertThat(Copies.of(type, broken)).isNotEmpty();
            } catch (RuleBroken refused) {
                assertThat(refused).hasMessageContaining("cop");
            }
        }
    }

    /** A photo as a phone makes it, white in the corner where its points begin, with where it was taken in its hidden part. @param orientation as phones say it: 1 as it is, 6 turned right */
    public static byte[] photo(int width, int height, int orientation) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width / 2; x++) for (int y = 0; y < height / 2; y++) picture.setRGB(x, y, 0xFFFFFF);
        ImageIO.write(picture, "jpg", plain);
        byte[] jpeg = plain.toByteArray(), where = (WHERE + "\0").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 2 * 12 + 4 + where.length);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 2);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
        exif.putShort((short) 0x010E).putShort((short) 2).putInt(where.length).putInt(8 + 2 + 2 * 12 + 4);
        exif.putInt(0).put(where);
        ByteArrayOutputStream photo = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(photo);
        out.write(jpeg, 0, 2);
        out.writeShort(0xFFE1);
        out.writeShort(exif.capacity() + 2);
        out.write(exif.array());
        out.write(jpeg, 2, jpeg.length - 2);
        return photo.toByteArray();
    }

    public static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private static byte[] withWords(byte[] png) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(png, 0, 33);
        chunk(out, "tEXt", ("Comment\0" + WHERE).getBytes(StandardCharsets.US_ASCII));
        out.write(png, 33, png.length - 33);
        return out.toByteArray();
    }

    /** A few bytes that say they are a picture of four billion points. */
    private static byte[] hugePng() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(65_000).putInt(65_000).put((byte) 8).put((byte) 2).put((byte) 0).put((byte) 0).put((byte) 0).array());
        Deflater deflater = new Deflater();
        deflater.setInput(new byte[1000]);
        deflater.finish();
        byte[] packed = new byte[100];
        chunk(out, "IDAT", Arrays.copyOf(packed, deflater.deflate(packed)));
        deflater.end();
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream to, String name, byte[] data) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        CRC32 sum = new CRC32();
        sum.update(name.getBytes(StandardCharsets.US_ASCII));
        sum.update(data);
        out.writeInt(data.length);
        out.writeBytes(name);
        out.write(data);
        out.writeInt((int) sum.getValue());
    }

    static byte[] coveredPdf() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            pdf.getDocumentInformation().setAuthor(WHERE);
            try (PDPageContentStream pen = new PDPageContentStream(pdf, page)) {
                pen.beginText();
                pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                pen.newLineAtOffset(100, 600);
                pen.showText("She lives at 7 Invented Lane");
                pen.endText();
                pen.setNonStrokingColor(Color.BLACK);
                pen.addRect(90, 590, 300, 30);
                pen.fill();
            }
            return saved(pdf);
        }
    }

    private static byte[] lockedPdf() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(coveredPdf())) {
            pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            return saved(pdf);
        }
    }

    private static byte[] saved(PDDocument pdf) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.save(out);
        return out.toByteArray();
    }

    private static String words(byte[] pdf) throws IOException {
        try (PDDocument read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read) + read.getDocumentInformation().getAuthor();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
