package org.alongside.organisations.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.access.WorkerAtTheDoor;
import org.alongside.access.WorkerId;
import org.alongside.organisations.Account;
import org.alongside.organisations.Desk;
import org.alongside.organisations.SignInSettings;
import org.alongside.ui.SignedIn;
import org.alongside.ui.WhoIsSignedIn;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/** The session says who you are and nothing else; what you may do is read anew for every request. */
@Component
class DeskSession implements WorkerAtTheDoor, WhoIsSignedIn {
    static final String WORKER = "worker";
    static final String ORGANISATION = "organisation";
    /** What is still missing before anyone is signed in: CODE or SECOND_FACTOR; absent when nothing is. */
    static final String MISSING = "missing";

    private static final String SEAT = DeskSession.class.getName();
    private static final Duration BETWEEN_STEPS = Duration.ofMinutes(5);
    private final Desk desk;
    private final SignInSettings settings;

    DeskSession(Desk desk, SignInSettings settings) {
        this.desk = desk;
        this.settings = settings;
    }

    enum Missing {
        CODE, SECOND_FACTOR
    }

    void begin(HttpServletRequest request, Account account) {
        start(request, account).setMaxInactiveInterval((int) settings.idle().toSeconds());
    }

    /** The password was right; until the rest is too, the session opens nothing. */
    void beginHalf(HttpServletRequest request, Account account, Missing missing) {
        HttpSession session = start(request, account);
        session.setAttribute(MISSING, missing.name());
        session.setMaxInactiveInterval((int) BETWEEN_STEPS.toSeconds());
    }

    // Safety: a new session with a new id each time somebody proves who they are; what was known before cannot follow them in.
    private static HttpSession start(HttpServletRequest request, Account account) {
        end(request);
        HttpSession session = request.getSession();
        session.setAttribute(WORKER, account.worker().id().toString());
        session.setAttribute(ORGANISATION, account.organisation().id().toString());
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, account.worker().id().toString());
        return session;
    }

    static void end(HttpServletRequest request) {
        request.removeAttribute(SEAT);
        HttpSession session = request.getSession(false);
        if (session != null) session.invalidate();
    }

    /** Whose session this is, if only this much is missing. */
    Optional<Account> half(HttpServletRequest request, Missing missing) {
        return session(request).filter(session -> missing.name().equals(session.getAttribute(MISSING))).flatMap(DeskSession::account);
    }

    Optional<Account> whole(HttpServletRequest request) {
        return session(request).filter(session -> session.getAttribute(MISSING) == null).flatMap(DeskSession::account);
    }

    @Override
    public Optional<Actor.Worker> of(HttpServletRequest request) {
        return seat(request).map(Desk.Seat::worker);
    }

    @Override
    public Optional<SignedIn> current(HttpServletRequest request) {
        return seat(request).map(seat -> new SignedIn(seat.name(), seat.organisation(),
                seat.worker().side() == null ? "" : seat.worker().side().name(),
                seat.worker().roles().stream().map(Role::name).collect(Collectors.toSet())));
    }

    @SuppressWarnings("unchecked")
    private Optional<Desk.Seat> seat(HttpServletRequest request) {
        if (request.getAttribute(SEAT) instanceof Optional<?> known) return (Optional<Desk.Seat>) known;
        Optional<Desk.Seat> seat = whole(request).flatMap(desk::of);
        request.setAttribute(SEAT, seat);
        return seat;
    }

    private Optional<HttpSession> session(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) return Optional.empty();
        // Safety: a session ends for good after the working day, however busy it was. Real time: ALONGSIDE_NOW does not stretch it.
        if (Instant.ofEpochMilli(session.getCreationTime()).plus(settings.absolute()).isBefore(Instant.now())) {
            session.invalidate();
            return Optional.empty();
        }
        return Optional.of(session);
    }

    private static Optional<Account> account(HttpSession session) {
        return session.getAttribute(WORKER) instanceof String worker && session.getAttribute(ORGANISATION) instanceof String organisation
                ? Optional.of(new Account(WorkerId.of(worker), OrganisationId.of(organisation), false)) : Optional.empty();
    }
}
