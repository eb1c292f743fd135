package org.alongside.engagement.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.alongside.engagement.Campaign;
import org.alongside.engagement.Language;
import org.alongside.helpline.Topic;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;

/** A campaign, as typed. @param once made with the form of a new one @param version of one that is there */
record CampaignForm(@Nullable String once, @Nullable String version, @Nullable String topic, @Nullable String language, @Nullable String title, @Nullable String about, @Nullable String runBy, @Nullable TypedDate starts, @Nullable TypedDate closes) {
    private static final int LINE = 120, RUN_BY = 300, ABOUT = 5000;

    CampaignForm {
        starts = starts == null ? TypedDate.NONE : starts;
        closes = closes == null ? TypedDate.NONE : closes;
    }

    static CampaignForm empty(String organisation) {
        return new CampaignForm(UUID.randomUUID().toString(), null, null, Language.ENGLISH.name(), null, null, organisation, null, null);
    }

    static CampaignForm of(Campaign campaign) {
        Campaign.Written it = campaign.written();
        return new CampaignForm(null, String.valueOf(campaign.version()), it.topic().name(), it.language().name(), it.title(), it.about(), it.runBy(), TypedDate.of(it.startsOn()), TypedDate.of(it.closesOn()));
    }

    Optional<Campaign.Written> read(Problems problems) {
        Topic chosen = Typed.oneNeeded(Topic.class, topic, "topic", "Choose what it is about: it decides whose help stands above it", problems);
        Language in = Typed.oneNeeded(Language.class, language, "language", "Choose the language it is written in", problems);
        String named = Typed.wordsNeeded(title, "title", LINE, "Enter what it is called", problems), run = Typed.wordsNeeded(runBy, "runBy", RUN_BY, "Say in one sentence who runs it", problems), said = Typed.fitting(about, "about", ABOUT, problems);
        LocalDate first = starts == null ? null : starts.needed("starts", "Enter the day it begins", problems).orElse(null), last = closes == null ? null : closes.read("closes", problems).orElse(null);
        if (chosen == null || in == null || named == null || run == null || first == null || !problems.isEmpty()) return Optional.empty();
        return Optional.of(new Campaign.Written(chosen, in, named, said.replace("\r\n", "\n"), run, first, last));
    }
}
