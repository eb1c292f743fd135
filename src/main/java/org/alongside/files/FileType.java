package org.alongside.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** What kinds of file are taken. Which kind a file is, its first bytes say, never its name. */
public enum FileType {
    PDF("PDF", "pdf", "application/pdf", true),
    JPEG("Photo", "jpg", "image/jpeg", true),
    PNG("Picture", "png", "image/png", true),
    WEBP("Picture", "webp", "image/webp", true),
    HEIC("Photo from an iPhone", "heic", "image/heic", false, "image/heif"),
    WORD("Word", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", false),
    EXCEL("Excel", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false),
    ODT("OpenDocument", "odt", "application/vnd.oasis.opendocument.text", false),
    TEXT("Plain text", "txt", "text/plain", false, "text/csv"),
    MP3("Recording", "mp3", "audio/mpeg", false),
    M4A("Recording", "m4a", "audio/mp4", false, "audio/x-m4a"),
    OGG("Recording", "ogg", "audio/ogg", false, "application/ogg", "audio/vorbis", "audio/opus", "audio/x-oggpcm"),
    WAV("Recording", "wav", "audio/wav", false, "audio/vnd.wave", "audio/x-wav"),
    AMR("Recording", "amr", "audio/amr", false),
    MP4("Video", "mp4", "video/mp4", false, "application/mp4", "video/3gpp", "video/x-m4v", "video/quicktime");

    private static final MimeTypes TIKA = MimeTypes.getDefaultMimeTypes();
    private static final Set<String> PACKED = Set.of("application/zip", "application/x-tika-ooxml");
    private final String words;
    private final String ending;
    private final String media;
    private final boolean shown;
    private final Set<String> also;

    FileType(String words, String ending, String media, boolean shown, String... also) {
        this.words = words;
        this.ending = ending;
        this.media = media;
        this.shown = shown;
        this.also = Set.of(also);
    }

    /** Empty for anything that is not taken: programs, pages, pictures that can hold a script, archives. @param name as it was called, asked only which office program packed it */
    public static Optional<FileType> of(byte[] content, String name) {
        // Safety: a page that is called a photo would run in the desk of whoever opens it.
        String found = detect(content);
        if (PACKED.contains(found)) return Stream.of(WORD, EXCEL).filter(type -> name.toLowerCase(Locale.ROOT).endsWith("." + type.ending)).findFirst();
        return Stream.of(values()).filter(type -> type.media.equals(found) || type.also.contains(found)).findFirst();
    }

    private static String detect(byte[] content) {
        try (InputStream in = new ByteArrayInputStream(content)) {
            return TIKA.detect(in, new Metadata()).toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public String words() {
        return words;
    }

    public String ending() {
        return ending;
    }

    public String media() {
        return media;
    }

    /** Whether a browser shows it by itself. */
    public boolean isShown() {
        return shown;
    }
}
