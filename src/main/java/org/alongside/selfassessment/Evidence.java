package org.alongside.selfassessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.files.FileType;
import org.alongside.shared.Protected;
import org.jspecify.annotations.Nullable;

/**
 * What shows that something is so.
 *
 * @param heard how many people said it; {@code asked} of how many. Safety: never shown as they are, also not at home
 * @param size bytes
 * @param statements in the assessment from which it was asked for, beside which it stands
 */
public record Evidence(UUID id, EvidenceKind kind, String title, String words, @Nullable String link, @Nullable Protected heard, @Nullable Protected asked, @Nullable FileType type, int size, @Nullable String sha256, LocalDate collectedOn, @Nullable LocalDate expiresOn, WorkerId owner,
        String detailsWhy, WorkerId addedBy, Instant addedAt, @Nullable Instant takenAt, @Nullable String takenWhy, List<String> statements) {

    public boolean hasRunOut(LocalDate today) {
        return expiresOn != null && expiresOn.isBefore(today);
    }

    public boolean isTaken() {
        return takenAt != null;
    }
}
