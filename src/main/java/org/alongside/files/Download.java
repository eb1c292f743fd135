package org.alongside.files;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file, as it goes to a browser. Safety: its name stays on the device, so it says neither whose it is nor what. */
public final class Download {
    private Download() {
    }

    /** Shown where the browser can show it by itself, else saved. @param name without its ending */
    public static ResponseEntity<byte[]> shown(String name, FileType type, byte[] content) {
        return of(type.isShown() ? ContentDisposition.inline() : ContentDisposition.attachment(), name, type, content);
    }

    /** Always saved, and never shown in our own window. @param name without its ending */
    public static ResponseEntity<byte[]> saved(String name, FileType type, byte[] content) {
        return of(ContentDisposition.attachment(), name, type, content);
    }

    private static ResponseEntity<byte[]> of(ContentDisposition.Builder how, String name, FileType type, byte[] content) {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(type.media())).header(HttpHeaders.CONTENT_DISPOSITION, how.filename(name + "." + type.ending()).build().toString()).body(content);
    }
}
