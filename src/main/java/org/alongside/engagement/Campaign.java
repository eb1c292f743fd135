package org.alongside.engagement;

import java.time.LocalDate;
import java.util.UUID;
import org.alongside.access.OrganisationId;
import org.alongside.helpline.Topic;
import org.jspecify.annotations.Nullable;

/** What is talked about over some days or weeks. Everybody sees it as long as they see a post of it. @param number by which it is found @param told null until somebody said what came of it @param version of its words */
public record Campaign(UUID id, int number, OrganisationId organisation, Written written, @Nullable Told told, int version) {
    /** As its writers put it. @param runBy one sentence on who runs it @param closesOn the last day; null for no end */
    public record Written(Topic topic, Language language, String title, String about, String runBy, LocalDate startsOn, @Nullable LocalDate closesOn) {}

    public String path() {
        return "/have-your-say/campaigns/" + number;
    }

    public String title() {
        return written.title;
    }
}
