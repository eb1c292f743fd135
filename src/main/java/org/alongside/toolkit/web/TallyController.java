package org.alongside.toolkit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.Limits;
import org.alongside.access.Network;
import org.alongside.agencies.Agencies;
import org.alongside.shared.NotFound;
import org.alongside.shared.Typed;
import org.alongside.toolkit.Tallies;
import org.alongside.toolkit.Tally;
import org.alongside.toolkit.Tally.Kind;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a team counts, without an account: whoever holds the link. Looking counts nothing, since mail programs open links by themselves. */
@Controller
@RequestMapping("/enquiry/tally/{code}")
class TallyController {
    private static final String CODE = "[0-9a-f]{40}";
    private final Tallies tallies;
    private final Agencies agencies;
    private final Press press;
    private final Limits limits;
    private final Network network;
    private final Clock clock;

    TallyController(Tallies tallies, Agencies agencies, Press press, Limits limits, Network network, Clock clock) {
        this.tallies = tallies;
        this.agencies = agencies;
        this.press = press;
        this.limits = limits;
        this.network = network;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable String code, @RequestParam(required = false) String last, HttpServletRequest request, Model model) {
        // Safety: a link that leads nowhere looks like a page that is not there; guessing is counted.
        if (!limits.allow("tally-look", network.of(request), 600, Duration.ofHours(1))) return "redirect:/enquiry";
        Tally tally = mine(code).orElseThrow(() -> new NotFound());
        Optional<Press.Pressed> pressed = Optional.ofNullable(last).flatMap(token -> press.open(token, tally.id(), clock.instant()));
        model.addAttribute("page", new TallyPage(code, tally, as(code, () -> name(tally)), pressed.map(Press.Pressed::kind).orElse(null), pressed.isPresent() ? last : null, request.getParameterMap().containsKey("busy")));
        return "toolkit/web/tally";
    }

    @PostMapping
    String count(@PathVariable String code, @RequestParam(defaultValue = "") String kind, HttpServletRequest request) {
        Kind chosen = Typed.one(Kind.class, kind);
        if (chosen == null) return back(code);
        if (!mayPress(code, request)) return back(code) + "?busy";
        Instant now = clock.instant();
        return mine(code).filter(tally -> as(code, () -> tallies.count(chosen))).map(tally -> back(code) + "?last=" + press.close(chosen, tally.id(), now)).orElse(back(code));
    }

    /** Takes the last press back, once. */
    @PostMapping("/undoing")
    String undo(@PathVariable String code, @RequestParam(defaultValue = "") String last, HttpServletRequest request) {
        if (!mayPress(code, request)) return back(code) + "?busy";
        mine(code).flatMap(tally -> press.open(last, tally.id(), clock.instant())).filter(pressed -> limits.allow("tally-undo", last, 1, Duration.ofDays(1))).ifPresent(pressed -> as(code, () -> {
            tallies.takeBack(pressed.kind(), pressed.day());
            return pressed;
        }));
        return back(code);
    }

    private String name(Tally tally) {
        return agencies.of(tally.organisation()).stream().filter(agency -> agency.id().equals(tally.agency()))
                .flatMap(agency -> agency.teams().stream().filter(team -> team.id().equals(tally.team())).map(team -> team.name() + ", " + agency.name())).findFirst().orElse("");
    }

    private boolean mayPress(String code, HttpServletRequest request) {
        return limits.allow("tally", network.of(request), 300, Duration.ofHours(1)) && limits.allow("tally", "link/" + code, 300, Duration.ofHours(1));
    }

    /** Empty where the link leads nowhere. A press then leads back to the link, whose page is not there. */
    private Optional<Tally> mine(String code) {
        return code.matches(CODE) ? as(code, () -> tallies.mine()) : Optional.empty();
    }

    private <T> T as(String code, Supplier<T> work) {
        return Acting.as(new Actor.Holder(tallies.holderOf(code)), work);
    }

    private static String back(String code) {
        return "redirect:/enquiry" + (code.matches(CODE) ? "/tally/" + code : "");
    }
}
