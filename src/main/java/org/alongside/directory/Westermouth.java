package org.alongside.directory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The directory of the demo: services of the invented town, and a few real ones that have no inbox here. */
@Component
class Westermouth implements DemoTown {

    private static final LocalDate CHECKED = LocalDate.of(2026, 11, 20);
    private static final String NONE_OF_OURS = "(made up)";
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final EntryRows rows;
    private final Directory directory;

    Westermouth(JdbcClient sql, EntryRows rows, TransactionTemplate transaction, Directory directory) {
        this.sql = sql;
        this.rows = rows;
        this.transaction = transaction;
        this.directory = directory;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public void plant() {
        for (Map<String, Object> organisation : read()) {
            OrganisationId owner = owner(organisation);
            Acting.as(new Actor.Job(owner, Directory.IMPORT), () -> transaction.executeWithoutResult(status -> plant(organisation, owner)));
        }
        directory.refresh();
    }

    private void plant(Map<String, Object> organisation, OrganisationId owner) {
        String name = organisation.get("organisation").toString();
        boolean invented = Boolean.TRUE.equals(organisation.get("invented"));
        UUID entry = id("organisation/" + name);
        rows.write(new Offerer(entry, name, (String) organisation.get("website"), null, texts(organisation.get("identifiers")), maps(organisation.get("marks")).stream().map(Westermouth::mark).toList()), owner);
        for (Map<String, Object> service : maps(organisation.get("services"))) {
            UUID id = id("service/" + service.get("name"));
            rows.write(entry(id, entry, service, (String) organisation.get("website")), owner, Set.of());
            sql.sql("update directory.service set receiving_organisation_id = :receiver, invented = :invented, published = true, assured_on = :checked where id = :id")
                    .param("id", id).param("receiver", organisation.get("inbox") == null ? null : owner.id()).param("invented", invented)
                    .param("checked", service.get("checked") instanceof Date date ? date.toInstant().atZone(ZoneOffset.UTC).toLocalDate() : CHECKED).update();
        }
    }

    private static Entry entry(UUID id, UUID offeredBy, Map<String, Object> service, @Nullable String website) {
        List<WayIn> ways = new ArrayList<>();
        if (service.get("phone") != null) ways.add(new WayIn(Contact.Way.PHONE, service.get("phone").toString(), null, (Boolean) service.get("free"), (String) service.get("hours"), Set.of(Nation.ENGLAND)));
        if (service.get("text") != null) ways.add(new WayIn(Contact.Way.TEXT, service.get("text").toString(), null, null, (String) service.get("text-hours"), Set.of(Nation.ENGLAND)));
        if (website != null) ways.add(new WayIn(Contact.Way.WEBSITE, website, null, null, null, Set.of()));
        Conditions conditions = new Conditions(Boolean.TRUE.equals(service.get("paused")), (String) service.get("notice"), tri(service.get("interpreters")), tri(service.get("refer-agency")), (String) service.get("how-to-ask"),
                service.get("cost") == null ? Cost.NOT_STATED : Cost.valueOf(service.get("cost").toString()), (String) service.get("cost-note"), (Integer) service.get("youngest"), (Integer) service.get("oldest"),
                texts(service.get("risks")).stream().map(RiskLevel::valueOf).collect(Collectors.toSet()));
        return new Entry(id, offeredBy, service.get("name").toString(), service.get("summary").toString(), maps(service.get("parts")).stream().map(Westermouth::part).toList(), ways, Set.copyOf(texts(service.get("serves"))),
                service.get("office") == null ? List.of() : List.of(service.get("office").toString()), texts(service.get("languages")), tri(service.get("refer-self")), conditions, service.getOrDefault("source", NONE_OF_OURS).toString());
    }

    private static QualityMark mark(Map<String, Object> written) {
        return new QualityMark(written.get("standard").toString(), (String) written.get("level"), written.get("to") instanceof Date date ? date.toInstant().atZone(ZoneOffset.UTC).toLocalDate() : null);
    }

    private static Part part(Map<String, Object> written) {
        Map.Entry<String, Object> part = written.entrySet().iterator().next();
        Map<?, ?> audiences = (Map<?, ?>) part.getValue();
        return new Part(Part.Kind.valueOf(part.getKey()), audiences(audiences.get("welcomes")), audiences(audiences.get("does-not")), audiences(audiences.get("only")));
    }

    private static Set<Audience> audiences(@Nullable Object names) {
        return texts(names).stream().map(Audience::valueOf).collect(Collectors.toSet());
    }

    private static Welcome tri(@Nullable Object said) {
        return said == null ? Welcome.NOT_STATED : Boolean.TRUE.equals(said) ? Welcome.YES : Welcome.NO;
    }

    private static OrganisationId owner(Map<String, Object> organisation) {
        Object inbox = organisation.get("inbox");
        if (inbox == null) return Directory.IMPORTED;
        return inbox.equals("LANTERN") ? LANTERN : HARBOUR_HOUSE;
    }

    private static List<Map<String, Object>> read() {
        try (InputStream file = Westermouth.class.getResourceAsStream("/directory/demo.yml")) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("directory/" + name).getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> texts ? texts.stream().map(Object::toString).toList() : List.of();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(@Nullable Object list) {
        return list == null ? List.of() : (List<Map<String, Object>>) list;
    }
}
