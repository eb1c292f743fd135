package org.alongside;

import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.OrganisationId;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.organisations.DemoWorkers;
import org.alongside.shared.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The people of the demo town, for tests: {@code @Autowired World world}.
 * {@code world.as(World.MINA, () -> cases.open(...))} works in one transaction as her; {@code world.as(World.anyone(), ...)} as the public.
 * {@code mvc.perform(get("/desk/inbox").with(world.signedIn(World.TOM)))} asks in his session, as his own browser would;
 * {@code mvc.perform(post("/refer").with(World.sameSite()))} posts from one of our own pages.
 */
@TestComponent
public class World {
    /** Harbour House, support side. */
    public static final Actor.Worker MINA = worker(DemoTown.MINA_SUPPORT_WORKER);
    public static final Actor.Worker TOM = worker(DemoTown.TOM_DUTY_WORKER);
    public static final Actor.Worker SAL = worker(DemoTown.SAL_MANAGER);
    public static final Actor.Worker PRIYA = worker(DemoTown.PRIYA_LEAD);
    public static final Actor.Worker JO = worker(DemoTown.JO_HELPLINE_WORKER);
    public static final Actor.Worker BEA = worker(DemoTown.BEA_PARTNER_SUPPORT);
    /** Harbour House, behind the wall. */
    public static final Actor.Worker ROBIN = worker(DemoTown.ROBIN_FACILITATOR);
    public static final Actor.Worker KIT = worker(DemoTown.KIT_DUTY_WORKER_CHANGE);
    /** Harbour House, on no side: sees no person. */
    public static final Actor.Worker ALEX = worker(DemoTown.ALEX_ADMINISTRATOR);
    /** Harbour House, on no side: trains others, and pays for it. */
    public static final Actor.Worker LEE = worker(DemoTown.LEE_TRAINER);
    public static final Actor.Worker CAM = worker(DemoTown.CAM_COMMISSIONER);
    /** Lantern Northquay, the other organisation. */
    public static final Actor.Worker ASH = worker(DemoTown.ASH_SUPPORT_WORKER_ELSEWHERE);
    public static final Actor.Worker NIA = worker(DemoTown.NIA_LEAD_ELSEWHERE);
    /** Westermouth Council: buys services and meets people who are hurt. */
    public static final Actor.Worker INES = worker(DemoTown.INES_AT_THE_COUNCIL);
    /** Tideway Quality Board: three who look at services from outside. */
    public static final Actor.Worker NOOR = worker(DemoTown.NOOR_REVIEWER);
    public static final Actor.Worker WREN = worker(DemoTown.WREN_REVIEWER);
    public static final Actor.Worker IDRIS = worker(DemoTown.IDRIS_REVIEWER);

    private final Map<WorkerId, String> sessions = new ConcurrentHashMap<>();
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcClient sql;
    @Autowired private FindByIndexNameSessionRepository<? extends Session> repository;

    public static Actor anyone() {
        return new Actor.Public();
    }

    private static Actor.Worker worker(WorkerId id) {
        return DemoWorkers.all().stream().filter(demo -> demo.worker().equals(id))
                .map(demo -> new Actor.Worker(id, demo.organisation(), demo.side(), demo.roles())).findFirst().orElseThrow();
    }

    /** Does this in one transaction, as that actor. */
    public <T> T as(Actor actor, Supplier<T> work) {
        return Acting.as(actor, () -> transaction.execute(status -> work.get()));
    }

    public void as(Actor actor, Runnable work) {
        Acting.as(actor, () -> transaction.executeWithoutResult(status -> work.run()));
    }

    /** Somebody new at Harbour House, with these roles, for one test: let them leave again ({@link #leave}), the town is everybody's. */
    public Actor.Worker hire(@Nullable Side side, String name, Role... roles) {
        return hire(DemoTown.HARBOUR_HOUSE, side, name, roles);
    }

    public Actor.Worker hire(OrganisationId organisation, @Nullable Side side, String name, Role... roles) {
        Actor.Worker worker = new Actor.Worker(new WorkerId(UUID.randomUUID()), organisation, side, Set.of(roles));
        as(new Actor.Installer(), () -> {
            sql.sql("insert into organisations.worker (id, organisation_id, name, email, email_key, created_at) values (:id, :house, :name, :email, :key, now())").param("email", TestDatabase.SEAL.close("x@harbour.example", "organisations.worker.email", worker.worker().id())).param("id", worker.worker().id()).param("house", worker.organisation().id())
                    .param("name", name).param("key", worker.worker().id().toString()).update();
            sql.sql("insert into organisations.membership (worker_id, organisation_id, side, roles, joined_on) values (:id, :house, :side, :roles, current_date)").param("id", worker.worker().id()).param("house", worker.organisation().id())
                    .param("side", side == null ? null : side.name()).param("roles", worker.roles().stream().map(Role::name).toArray(String[]::new)).update();
        });
        return worker;
    }

    /** Whoever was hired for a test is gone from every list. */
    public void leave(Actor.Worker worker) {
        TestDatabase.asOwner("update organisations.membership set left_on = current_date where worker_id = '" + worker.worker().id() + "'");
    }

    /** A request from one of our own pages, in the worker's session. */
    public RequestPostProcessor signedIn(Actor.Worker worker) {
        return request -> sameSite().postProcessRequest(with(request, new Cookie("desk", cookie(worker))));
    }

    /** A request from one of our own pages, by anyone. */
    public static RequestPostProcessor sameSite() {
        return request -> {
            request.addHeader("Sec-Fetch-Site", "same-origin");
            return request;
        };
    }

    /** The value of the worker's session cookie, for a browser or an HTTP client. */
    public String cookie(Actor.Worker worker) {
        String id = sessions.compute(worker.worker(), (who, known) -> known != null && repository.findById(known) != null ? known : begin(repository, worker));
        return Base64.getEncoder().encodeToString(id.getBytes());
    }

    private static <S extends Session> String begin(FindByIndexNameSessionRepository<S> repository, Actor.Worker worker) {
        S session = repository.createSession();
        session.setAttribute("worker", worker.worker().id().toString());
        session.setAttribute("organisation", worker.organisation().id().toString());
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, worker.worker().id().toString());
        repository.save(session);
        return session.getId();
    }

    private static MockHttpServletRequest with(MockHttpServletRequest request, Cookie cookie) {
        Cookie[] before = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        Cookie[] all = Arrays.copyOf(before, before.length + 1);
        all[before.length] = cookie;
        request.setCookies(all);
        return request;
    }
}
