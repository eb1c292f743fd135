package org.alongside.directory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.access.OrganisationId;
import org.alongside.shared.Times;
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
    private final Directory directory;
    private final Clock clock;

    Westermouth(JdbcClient sql, TransactionTemplate transaction, Directory directory, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.directory = directory;
        this.clock = clock;
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
        sql.sql("insert into directory.organisation_entry (id, organisation_id, name, website, published) values (:id, :owner, :name, :website, true)")
                .param("id", entry).param("owner", owner.id()).param("name", name).param("website", organisation.get("website")).update();
        for (Map<String, Object> service : maps(organisation.get("services"))) {
            UUID id = id("service/" + service.get("name"));
            plantService(id, entry, owner, service, invented, organisation.get("inbox") == null ? null : owner.id(), organisation.get("website"));
            plantParts(id, owner, maps(service.get("parts")));
        }
    }

    private void plantService(UUID id, UUID entry, OrganisationId owner, Map<String, Object> service, boolean invented, @Nullable UUID receiver, @Nullable Object website) {
        sql.sql("""
                insert into directory.service (id, organisation_id, organisation_entry_id, name, summary, phone, phone_is_free, hours, hours_of, website, serves, office_outcode,
                                               languages, refer_self, receiving_organisation_id, invented, published, assured_on, source, recorded_at)
                values (:id, :owner, :entry, :name, :summary, :phone, :free, :hours, '{ENGLAND}', :website, :serves, :office,
                        :languages, :referSelf, :receiver, :invented, true, :checked, :source, :now)
                """)
                .param("id", id).param("owner", owner.id()).param("entry", entry)
                .param("name", service.get("name")).param("summary", service.get("summary"))
                .param("phone", service.get("phone")).param("free", service.get("free")).param("hours", service.get("hours"))
                .param("website", website).param("serves", texts(service.get("serves"))).param("office", service.get("office"))
                .param("languages", texts(service.get("languages")))
                .param("referSelf", Boolean.TRUE.equals(service.get("refer-self")) ? Welcome.YES.name() : Welcome.NOT_STATED.name())
                .param("receiver", receiver).param("invented", invented)
                .param("checked", service.get("checked") instanceof Date date ? date.toInstant().atZone(ZoneOffset.UTC).toLocalDate() : CHECKED)
                .param("source", service.getOrDefault("source", NONE_OF_OURS)).param("now", Times.at(clock.instant()))
                .update();
    }

    private void plantParts(UUID service, OrganisationId owner, List<Map<String, Object>> parts) {
        for (int position = 0; position < parts.size(); position++) {
            Map.Entry<String, Object> part = parts.get(position).entrySet().iterator().next();
            Map<?, ?> audiences = (Map<?, ?>) part.getValue();
            sql.sql("""
                    insert into directory.service_part (service_id, organisation_id, position, kind, welcomes, does_not, only_for)
                    values (:service, :owner, :position, :kind, :welcomes, :doesNot, :onlyFor)
                    """)
                    .param("service", service).param("owner", owner.id()).param("position", position).param("kind", part.getKey())
                    .param("welcomes", texts(audiences.get("welcomes"))).param("doesNot", texts(audiences.get("does-not"))).param("onlyFor", texts(audiences.get("only")))
                    .update();
        }
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

    private static String[] texts(@Nullable Object list) {
        return list instanceof List<?> texts ? texts.stream().map(Object::toString).toArray(String[]::new) : new String[0];
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Object list) {
        return (List<Map<String, Object>>) list;
    }
}
