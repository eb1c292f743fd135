package org.alongside.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Actor;
import org.alongside.access.Role;
import org.alongside.access.WorkerId;
import org.alongside.audit.AuditTrail;
import org.alongside.casework.CaseEvent;
import org.alongside.casework.CaseFacts;
import org.alongside.casework.CaseId;
import org.alongside.casework.Cases;
import org.alongside.casework.MomentKind;
import org.alongside.casework.TimelineEntry;
import org.alongside.disclosure.Because;
import org.alongside.disclosure.Disclosure;
import org.alongside.disclosure.Field;
import org.alongside.disclosure.Purpose;
import org.alongside.disclosure.Recipient;
import org.alongside.disclosure.Release;
import org.alongside.disclosure.Source;
import org.alongside.disclosure.Via;
import org.alongside.files.Copies;
import org.alongside.files.FileType;
import org.alongside.people.Addresses;
import org.alongside.people.PersonFiles;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.alongside.shared.Seal;
import org.alongside.shared.Times;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files of a case. */
@Service
@Transactional
public class Documents {
    /** Bytes. */
    public static final int LARGEST = 10 * 1024 * 1024;
    public static final int LONGEST_TITLE = 200;
    private static final String TITLE = "documents.document.title", CONTENT = "documents.document.content", WHY = "documents.document.removed_why", TO = "documents.copy.to_name";
    private static final String FACTS = "id, case_id, kind, title, source, dated_on, type, size, sha256, added_by, added_at, removed_by, removed_at, removed_why";
    private static final int MOST = 500;
    private static final Duration OWN_MISTAKE = Duration.ofDays(1);
    private final Cases cases;
    private final PersonFiles files;
    private final Addresses addresses;
    private final Disclosure disclosure;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Seal seal;
    private final Clock clock;

    Documents(Cases cases, PersonFiles files, Addresses addresses, Disclosure disclosure, AuditTrail audit, JdbcClient sql, Seal seal, Clock clock) {
        this.cases = cases;
        this.files = files;
        this.addresses = addresses;
        this.disclosure = disclosure;
        this.audit = audit;
        this.sql = sql;
        this.seal = seal;
        this.clock = clock;
    }

    /** @param id made with the form, so that a second press finds the first @param datedOn the day that stands on it */
    public record NewDocument(UUID id, DocumentKind kind, String title, Source source, @Nullable LocalDate datedOn) {}

    /** Keeps a file as it came. RuleBroken for what is not taken here, is too large, or is here already. @param name as the file was called; not kept */
    public void add(CaseId caseId, NewDocument one, String name, byte[] content, Actor.Worker me) {
        cases.mustBeOpenFor(caseId, me);
        if (content.length == 0) throw new RuleBroken("documents.empty", "This file is empty. Choose another.");
        if (content.length > LARGEST) throw tooLarge();
        FileType type = FileType.of(content, name).orElseThrow(() -> new RuleBroken("documents.type",
                "This kind of file is not taken here. Photos, PDF, Word, Excel, OpenDocument, plain text, recordings and short videos are. Save anything else as PDF first."));
        String sha256 = DigestUtils.sha256Hex(content);
        List<UUID> same = sql.sql("select id from documents.document where case_id = :case and sha256 = :sha256 and removed_at is null").param("case", caseId.id()).param("sha256", sha256).query(UUID.class).list();
        if (same.contains(one.id())) return;
        if (!same.isEmpty()) throw new RuleBroken("documents.twice", "This very file is in this case already.");
        int added = sql.sql("""
                insert into documents.document (id, case_id, kind, title, source, dated_on, type, size, sha256, content, added_by, added_at)
                values (:id, :case, :kind, :title, :source, :dated, :type, :size, :sha256, :content, :me, :now) on conflict (id) do nothing
                """).param("id", one.id()).param("case", caseId.id()).param("kind", one.kind().name()).param("title", seal.close(one.title(), TITLE, one.id())).param("source", one.source().name()).param("dated", one.datedOn())
                .param("type", type.name()).param("size", content.length).param("sha256", sha256).param("content", seal.closeBytes(content, CONTENT + "/" + one.id())).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        one(caseId, one.id());
        if (added == 0) return;
        cases.tell(caseId, new TimelineEntry(MomentKind.DOCUMENT, clock.instant(), me.worker(), one.kind().shortly() + " added", path(caseId) + "/" + one.id()));
        audit.changed("document", one.id(), "added");
    }

    public static RuleBroken tooLarge() {
        return new RuleBroken("documents.large", "This file is larger than 10 MB. A photo can be made smaller, a long PDF be split.");
    }

    /** The newest first, without their content. Not audited: the page is. */
    @Transactional(readOnly = true)
    public List<Document> of(CaseId caseId) {
        return sql.sql("select " + FACTS + " from documents.document where case_id = :case order by added_at desc, id limit :most").param("case", caseId.id()).param("most", MOST).query(this::document).list();
    }

    /** NotFound when the case has no such document for whoever asks. Look at the case first. */
    @Transactional(readOnly = true)
    public Document one(CaseId caseId, UUID id) {
        return sql.sql("select " + FACTS + " from documents.document where id = :id and case_id = :case").param("id", id).param("case", caseId.id()).query(this::document).optional().orElseThrow(() -> new NotFound("document", id));
    }

    /** A file to be shown or saved. */
    public record Content(FileType type, byte[] bytes) {}

    /** The file as it came; the trail says who opened it. NotFound when it is not there for whoever asks, or was taken away. */
    public Content original(CaseId caseId, UUID id) {
        Content content = content(caseId, id);
        audit.looked("document", id);
        return content;
    }

    private Content content(CaseId caseId, UUID id) {
        return sql.sql("select type, content from documents.document where id = :id and case_id = :case and removed_at is null").param("id", id).param("case", caseId.id())
                .query((row, number) -> new Content(FileType.valueOf(row.getString("type")), seal.openBytes(row.getBytes("content"), CONTENT + "/" + id))).optional().orElseThrow(() -> new NotFound("document", id));
    }

    public static boolean canBeCopied(Document document) {
        return document.removed() == null && Copies.canBeMade(document.type());
    }

    /** A copy is made for somebody outside, and the ledger says so. RuleBroken when none can be made. @param id made with the form, so that a second press finds the first */
    public void share(CaseId caseId, UUID document, UUID id, String toName, Because because, Actor.Worker me) {
        CaseFacts facts = cases.mustBeOpenFor(caseId, me);
        if (!canBeCopied(one(caseId, document))) throw new RuleBroken("documents.no-copy", "No copy can be made of this kind of file. Print it as PDF, and add that.");
        if (addresses.standIn(toName, facts.person())) throw new RuleBroken("documents.to-them", "This is an address of theirs. Write the name of whoever gets the copy.");
        Content original = content(caseId, document);
        // Drawn once to see that it can be: the ledger names nothing that could not leave.
        Copies.of(original.type(), original.bytes());
        int made = sql.sql("insert into documents.copy (id, document_id, to_name, made_by, made_at) values (:id, :document, :to, :me, :now) on conflict (id) do nothing")
                .param("id", id).param("document", document).param("to", seal.close(toName, TO, id)).param("me", me.worker().id()).param("now", Times.at(clock.instant())).update();
        if (made == 0) return;
        disclosure.share(new Release(new Recipient.Agency(id), Purpose.DOCUMENT, facts.person(), Via.LETTER, Set.of(Field.DOCUMENT), null), null, because, Set.of(Field.DOCUMENT), me);
        cases.tell(caseId, new TimelineEntry(MomentKind.DOCUMENT, clock.instant(), me.worker(), "Copy of a document given away", path(caseId) + "/" + document));
        audit.changed("document", document, "copy given away");
    }

    /** A copy that was made. @param toName whom it was for */
    public record Copy(UUID id, String toName, WorkerId by, Instant at) {}

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Copy> copies(UUID document) {
        return sql.sql("select id, to_name, made_by, made_at from documents.copy where document_id = :document order by made_at desc, id limit :most").param("document", document).param("most", MOST)
                .query((row, number) -> new Copy(row.getObject("id", UUID.class), String.valueOf(seal.open(row.getBytes("to_name"), TO, row.getObject("id", UUID.class))), new WorkerId(row.getObject("made_by", UUID.class)),
                        row.getObject("made_at", OffsetDateTime.class).toInstant())).list();
    }

    /** A copy as it leaves. NotFound for one that nobody answered for: what is not in the ledger does not leave. */
    public Content copy(CaseId caseId, UUID document, UUID copy) {
        // Safety: no copy leaves that is not in the ledger.
        if (copies(document).stream().noneMatch(one -> one.id().equals(copy))) throw new NotFound("document", document);
        Content original = original(caseId, document);
        return new Content(original.type(), Copies.of(original.type(), original.bytes()));
    }

    /** It was added by mistake: its content goes for good, the line stays and says why. */
    public void remove(CaseId caseId, UUID id, String why, Actor.Worker me) {
        CaseFacts facts = cases.facts(caseId);
        Document one = one(caseId, id);
        if (one.removed() != null) throw new RuleBroken("documents.gone", "It was taken away already.");
        boolean ownMistake = one.addedBy().equals(me.worker()) && one.addedAt().plus(OWN_MISTAKE).isAfter(clock.instant());
        if (!ownMistake && !me.is(Role.MANAGER) && !me.is(Role.SAFEGUARDING_LEAD)) throw new RuleBroken("documents.not-yours", "Whoever added it can take it away for a day. After that, ask a manager.");
        // Safety: nothing of a file that somebody may have to answer for goes away.
        if (files.isHeld(facts.person())) throw new RuleBroken("documents.held", "This file is held: nothing of it may go.");
        sql.sql("update documents.document set content = null, removed_by = :me, removed_at = :now, removed_why = :why where id = :id and removed_at is null").param("me", me.worker().id()).param("now", Times.at(clock.instant()))
                .param("why", seal.close(why, WHY, id)).param("id", id).update();
        audit.changed("document", id, "taken away");
    }

    private Document document(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        OffsetDateTime removed = row.getObject("removed_at", OffsetDateTime.class);
        return new Document(id, new CaseId(row.getObject("case_id", UUID.class)), DocumentKind.valueOf(row.getString("kind")), String.valueOf(seal.open(row.getBytes("title"), TITLE, id)), Source.valueOf(row.getString("source")),
                row.getObject("dated_on", LocalDate.class), FileType.valueOf(row.getString("type")), row.getInt("size"), row.getString("sha256"), new WorkerId(row.getObject("added_by", UUID.class)),
                row.getObject("added_at", OffsetDateTime.class).toInstant(), removed == null ? null : new Document.Removed(new WorkerId(row.getObject("removed_by", UUID.class)), removed.toInstant(), seal.openWords(row.getBytes("removed_why"), WHY, id)));
    }

    @EventListener
    void erased(CaseEvent.Erased erased) {
        sql.sql("delete from documents.copy where document_id in (select id from documents.document where case_id = :case)").param("case", erased.id().id()).update();
        sql.sql("delete from documents.document where case_id = :case").param("case", erased.id().id()).update();
    }

    public static String path(CaseId id) {
        return "/desk/cases/" + id.id() + "/documents";
    }
}
