package org.alongside.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;

class FileTypeTests {
    @Test
    void what_a_file_is_its_bytes_say_and_never_its_name() throws IOException {
        for (String name : new String[] {"holiday.jpg", "court.pdf", "words.docx", "words.txt", ""}) {
            for (String page : new String[] {"<!DOCTYPE html><html><script>alert(1)</script></html>", "<html><body onload=x></body></html>", "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x\"/>",
                    "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>x</script></svg>", "#!/bin/sh\nrm -rf /\n"}) {
                assertThat(FileType.of(bytes(page), name)).as("%s called %s", page, name).isEmpty();
            }
            assertThat(FileType.of(HexFormat.of().parseHex("4d5a90000300000004000000ffff0000b800000000000000400000000000000000000000000000000000000000000000000000000000000000000000800000000e1fba0e"), name)).as("a program called " + name).isEmpty();
            assertThat(FileType.of(HexFormat.of().parseHex("0102030405060708"), name)).as("nobody knows what, called " + name).isEmpty();
        }
        assertThat(FileType.of(pdf(), "holiday.jpg")).as("the control").contains(FileType.PDF);
    }

    @Test
    void what_phones_and_offices_make_is_known() throws IOException {
        assertThat(FileType.of(pdf(), "x")).contains(FileType.PDF);
        assertThat(FileType.of(CopiesTests.photo(20, 10, 1), "x")).contains(FileType.JPEG);
        assertThat(FileType.of(CopiesTests.png(4, 4), "x")).contains(FileType.PNG);
        assertThat(FileType.of(bytes("Dear Ana,\nI wrote it all down: ünï.\n"), "x")).contains(FileType.TEXT);
        assertThat(FileType.of(HexFormat.of().parseHex("0000001c66747970686569630000000068656963"), "x")).contains(FileType.HEIC);
        assertThat(FileType.of(HexFormat.of().parseHex("0000001c667479704d344120000000004d344120"), "x")).contains(FileType.M4A);
        assertThat(FileType.of(HexFormat.of().parseHex("000000186674797069736f6d0000020069736f6d"), "x")).contains(FileType.MP4);
        assertThat(FileType.of(HexFormat.of().parseHex("00000014667479707174202000000000717420200000"), "x")).contains(FileType.MP4);
        assertThat(FileType.of(HexFormat.of().parseHex("494433030000000000"), "x")).contains(FileType.MP3);
        assertThat(FileType.of(bytes("OggS\0\2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\1\23OpusHead\1"), "x")).contains(FileType.OGG);
        assertThat(FileType.of(bytes("RIFF\44\0\0\0WAVEfmt \20\0\0\0"), "x")).contains(FileType.WAV);
        assertThat(FileType.of(bytes("#!AMR\n\0\0\0"), "x")).contains(FileType.AMR);
        assertThat(FileType.of(bytes("RIFF\44\0\0\0WEBPVP8 \20\0\0\0"), "x")).contains(FileType.WEBP);
    }

    @Test
    void what_an_office_program_packed_is_taken_and_an_archive_or_one_with_macros_is_not() throws IOException {
        byte[] packed = zip("[Content_Types].xml");
        assertThat(FileType.of(packed, "Statement.DOCX")).contains(FileType.WORD);
        assertThat(FileType.of(packed, "money.xlsx")).contains(FileType.EXCEL);
        for (String name : new String[] {"macros.docm", "sheet.xlsm", "all.zip", "program.jar", ""}) assertThat(FileType.of(packed, name)).as(name).isEmpty();
        assertThat(FileType.of(zip("run.exe"), "all.zip")).isEmpty();
    }

    static byte[] pdf() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] zip(String entry) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(bytes("<Types/>"));
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
