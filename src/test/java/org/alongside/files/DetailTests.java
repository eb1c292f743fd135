package org.alongside.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;

/** What could point to a person is found in the words of a file before somebody else reads it. */
class DetailTests {
    private static final String CLIENT = "Ring 01632 960123 or 07700 900456, write to somebody@mail.example, NW1 6XE, NHS 943 476 5919, NI QQ 12 34 56 C? no: AB 12 34 56 C, born 3 March 1980";

    @Test
    void everything_that_has_a_shape_is_found_and_counted() {
        assertThat(Detail.in(CLIENT)).containsExactlyInAnyOrderEntriesOf(Map.of(Detail.PHONE, 2, Detail.EMAIL, 1, Detail.POSTCODE, 1, Detail.NHS_NUMBER, 1, Detail.NATIONAL_INSURANCE, 1, Detail.BIRTHDAY, 1));
        assertThat(Detail.words(Detail.in("01632 960123, 07700 900456 and NW1 6XE"))).isEqualTo("2 telephone numbers and 1 postcode");
        assertThat(Detail.words(Map.of())).isEmpty();
    }

    @Test
    void a_policy_without_anybody_in_it_is_left_in_peace() {
        assertThat(Detail.in("Reviewed on 3 March 2026 by the board. 120 of 1,250 answers, 943 476 5918 is no NHS number, section 4.2, £1,000,000, version 2.10, A1 and L15 of the standard.")).isEmpty();
    }

    @Test
    void it_is_found_inside_of_files_too() throws IOException {
        assertThat(Detail.in(FileType.TEXT, CLIENT.getBytes(StandardCharsets.UTF_8))).hasSize(6);
        assertThat(Detail.in(FileType.PDF, pdf("Her number is 01632 960123"))).containsOnlyKeys(Detail.PHONE);
        assertThat(Detail.in(FileType.WORD, packed("word/document.xml", "<w:document xmlns:w='w'><w:p><w:r><w:t>0163</w:t></w:r><w:r><w:t>2 960123</w:t></w:r></w:p><w:p><w:t>NW1</w:t></w:p></w:document>"))).containsOnlyKeys(Detail.PHONE);
        assertThat(Detail.in(FileType.EXCEL, packed("xl/sharedStrings.xml", "<sst><si><t>NW1 6XE</t></si><si><t>01632 960123</t></si></sst>"))).containsOnlyKeys(Detail.PHONE, Detail.POSTCODE);
        assertThat(Detail.in(FileType.ODT, packed("content.xml", "<o xmlns:text='t'><text:p>born 3/3/1980</text:p></o>"))).containsOnlyKeys(Detail.BIRTHDAY);
    }

    @Test
    void what_cannot_be_read_is_no_reason_to_fall_over() throws IOException {
        assertThat(Detail.in(FileType.PDF, "%PDF-1.7 broken".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(Detail.in(FileType.JPEG, CLIENT.getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(Detail.in(FileType.WORD, packed("word/document.xml", "<w:p>" + " ".repeat(50_000_000) + "01632 960123</w:p>"))).as("unfolds into more than is looked at").isEmpty();
    }

    private static byte[] pdf(String words) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(50, 700);
                content.showText(words);
                content.endText();
            }
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            document.save(file);
            return file.toByteArray();
        }
    }

    private static byte[] packed(String name, String xml) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(xml.getBytes(StandardCharsets.UTF_8));
        }
        return file.toByteArray();
    }
}
