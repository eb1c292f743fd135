package org.alongside.programme.web;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.casework.CaseLooks;
import org.alongside.organisations.Names;
import org.alongside.organisations.Organisations;
import org.alongside.programme.Enrolment;
import org.alongside.programme.Enrolments;
import org.alongside.programme.Fits;
import org.alongside.programme.Need;
import org.alongside.programme.PartOfDay;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class NeedsPages {
    /** Each day with its parts, in order. */
    static final Map<String, List<Option>> TIMES = Stream.of(DayOfWeek.values()).collect(Collectors.toMap(day -> day.getDisplayName(TextStyle.FULL, Locale.UK),
            day -> Stream.of(PartOfDay.values()).map(part -> new Option(day + "_" + part, part.words())).toList(), (one, other) -> one, LinkedHashMap::new));
    private final CaseLooks looks;
    private final Enrolments enrolments;
    private final Fits fits;
    private final Organisations organisations;

    NeedsPages(CaseLooks looks, Enrolments enrolments, Fits fits, Organisations organisations) {
        this.looks = looks;
        this.enrolments = enrolments;
        this.fits = fits;
        this.organisations = organisations;
    }

    One one(UUID caseId, @Nullable NeedsForm typed, Problems problems) {
        CaseLooks.Look look = looks.lookProgramme(caseId);
        Enrolment now = enrolments.current(look.id()).orElse(null);
        NeedsForm form = typed != null ? typed : NeedsForm.of(now == null ? Need.NOT_ASKED : fits.need(now.id()));
        List<Fits.SetAside> aside = now == null ? List.of() : fits.setAsideFor(now.id());
        return new One(caseId, look.who(), now != null && !look.facts().isClosed(), look.client().about().gender(), look.client().about().languages(), look.client().id().id(), form, aside, aside.isEmpty() ? Names.none() : organisations.names(), problems);
    }

    /** @param open whether anything can be written down: they are in a programme, and the case is open */
    record One(UUID caseId, String who, boolean open, String gender, String languages, UUID person, NeedsForm form, List<Fits.SetAside> aside, Names workers, Problems problems) {
        String path() {
            return "/desk/cases/" + caseId + "/programme/needs";
        }
    }
}
