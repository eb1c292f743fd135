package org.alongside.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.casework.CaseId;
import org.alongside.disclosure.Source;
import org.alongside.files.FileSize;
import org.alongside.files.FileType;
import org.jspecify.annotations.Nullable;

/** A file of a case, without its content. @param source whose it is to give away @param size in bytes @param sha256 64 hex digits over the file as it came @param removed null while it is there */
public record Document(UUID id, CaseId caseId, DocumentKind kind, String title, Source source, @Nullable LocalDate datedOn, FileType type, int size, String sha256, WorkerId addedBy, Instant addedAt, @Nullable Removed removed) {
    /** It was added by mistake; its content is gone. */
    public record Removed(WorkerId by, Instant at, String why) {}

    /** As a person reads it: "340 KB", "2.1 MB". */
    public String sizeWords() {
        return FileSize.words(size);
    }
}
