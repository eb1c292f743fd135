package org.alongside.selfassessment;

import java.time.LocalDate;
import org.alongside.access.WorkerId;
import org.jspecify.annotations.Nullable;

/**
 * Evidence as it is added.
 *
 * @param words what it is; for what was seen or heard: by whom, where and how, with the size and method of a sample
 * @param heard how many people said it, of how many who were asked; only for what survivors said
 * @param expiresOn the last day on which it shows anything; null where it does not grow old
 * @param detailsWhy why what looks like somebody's details is nobody's whom the organisation works with; empty where there is nothing
 */
public record NewEvidence(EvidenceKind kind, String title, String words, @Nullable String link, @Nullable Integer heard, @Nullable Integer asked, LocalDate collectedOn, @Nullable LocalDate expiresOn, WorkerId owner, String detailsWhy) {}
