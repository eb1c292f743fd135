package org.alongside.awards;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.selfassessment.SelfAssessment;
import org.alongside.selfassessment.SelfAssessmentId;
import org.alongside.shared.TwelveDigits;
import org.alongside.standards.Edition;
import org.jspecify.annotations.Nullable;

/**
 * One entry in the register.
 *
 * @param code twelve digits
 * @param organisation who looked and decided; null where the service stands there by its own word alone
 * @param body the body that made the standard its own; null where none has
 * @param about which part of the organisation; empty for all of it
 * @param unmetMusts by their ids, as they were then
 * @param holds whether something shows what it says
 * @param groundUntil the last day on which all of that is valid; null where none of it grows old
 */
public record Award(UUID id, String code, @Nullable UUID decision, SelfAssessmentId assessment, OrganisationId owner, String ownerName, @Nullable OrganisationId organisation, @Nullable String organisationName, @Nullable String body, String standard, String version, Edition edition, String about,
        List<String> unmetMusts, LocalDate from, LocalDate until, @Nullable LocalDate interimDue, @Nullable LocalDate interimOn, @Nullable Instant suspendedAt, @Nullable Instant withdrawnAt, @Nullable Instant replacedAt, boolean holds, @Nullable LocalDate groundUntil) {
    /** An award stands for three years, with a check half-way; one's own word for one. */
    static final int YEARS = 3, MONTHS_TO_THE_CHECK = 18, YEARS_OF_ONES_OWN = 1;
    /** How late the check may be before it pauses. */
    static final int DAYS_OF_GRACE = 60;

    public Award {
        unmetMusts = List.copyOf(unmetMusts);
    }

    public Level level() {
        return body != null ? Level.AWARDED : organisation != null ? Level.LOOKED_AT : Level.SELF_ASSESSED;
    }

    /** Whose word it is besides the service's own; empty where it is nobody else's. */
    public String by() {
        return body != null ? body : organisationName != null ? organisationName : "";
    }

    public Standing on(LocalDate today) {
        if (withdrawnAt != null) return Standing.WITHDRAWN;
        if (replacedAt != null || today.isAfter(until)) return Standing.ENDED;
        if (suspendedAt != null) return Standing.SUSPENDED;
        // Safety: an award that nothing shows any more is none, whoever once gave it.
        if (!holds || groundUntil != null && today.isAfter(groundUntil)) return Standing.PAUSED;
        return interimDue != null && interimOn == null && today.isAfter(interimDue.plusDays(DAYS_OF_GRACE)) ? Standing.PAUSED : Standing.STANDS;
    }

    public boolean isOver(LocalDate today) {
        Standing standing = on(today);
        return standing == Standing.ENDED || standing == Standing.WITHDRAWN;
    }

    /** Whether it is about the part of the service that this assessment is about, by the same standard and edition. */
    boolean isAbout(SelfAssessment other) {
        return owner.equals(other.organisation()) && standard.equals(other.standard().key()) && edition == other.edition() && about.equalsIgnoreCase(other.about());
    }

    /** Whether both are about the same part of the same service, by the same standard and edition. */
    public boolean isOfTheSame(Award other) {
        return owner.equals(other.owner) && standard.equals(other.standard) && edition == other.edition && about.equalsIgnoreCase(other.about);
    }

    public String written() {
        return TwelveDigits.written(code);
    }
}
