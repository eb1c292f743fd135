package org.alongside.outcomes.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.casework.CaseId;
import org.alongside.casework.CaseNames;
import org.alongside.casework.CaseRoles;
import org.alongside.casework.Cases;
import org.alongside.casework.MomentKind;
import org.alongside.shared.Times;
import org.alongside.ui.DeskLink;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who is to be asked how it is with them. Also those whose case is closed: six and twelve months after are what says whether it helped. */
@Controller
class DueController {
    private static final int MOST = 200;
    private final Cases cases;
    private final CaseNames names;
    private final Clock clock;

    DueController(Cases cases, CaseNames names, Clock clock) {
        this.cases = cases;
        this.names = names;
        this.clock = clock;
    }

    @Bean
    static DeskLink toBeAskedLink() {
        return new DeskLink(57, "/desk/outcomes", "To be asked", Stream.of(CaseRoles.ANY).map(Role::name).toArray(String[]::new)).behindTheWall();
    }

    /** @param more whether there are more than are shown */
    record DuePage(List<Row> rows, boolean more) {
        record Row(UUID caseId, String who, String reference, boolean closed, LocalDate since) {}
    }

    @GetMapping("/desk/outcomes")
    @Transactional
    String due(Actor.Worker me, Model model) {
        CaseRoles.mustBeHeldBy(me);
        List<Cases.Due> due = cases.due(MomentKind.OUTCOME, Times.day(clock.instant()), MOST + 1);
        Map<CaseId, CaseNames.Named> named = names.of(due.stream().limit(MOST).map(Cases.Due::id).toList(), "to be asked");
        List<DuePage.Row> rows = due.stream().filter(one -> named.containsKey(one.id())).map(one -> {
            CaseNames.Named who = named.get(one.id());
            return new DuePage.Row(one.id().id(), who.name(), who.reference(), who.closed(), one.on());
        }).toList();
        model.addAttribute("page", new DuePage(rows, due.size() > MOST));
        return "outcomes/web/due";
    }
}
