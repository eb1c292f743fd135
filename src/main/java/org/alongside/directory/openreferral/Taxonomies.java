package org.alongside.directory.openreferral;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.alongside.directory.Audience;
import org.alongside.directory.HolidayPolicy;
import org.alongside.directory.Part;
import org.alongside.directory.QualityScheme;
import org.alongside.directory.RiskLevel;
import org.alongside.directory.openreferral.Hsds.Taxonomy;
import org.alongside.directory.openreferral.Hsds.Term;
import org.alongside.shared.NamedId;
import org.alongside.ui.Words;
import org.springframework.stereotype.Component;

/** The sector's own lists of terms, with ids that stay: what a service offers, whom it is for, and how one comes to it. There is no code list of the sector to take. */
@Component
class Taxonomies {
    private static final String VERSION = "1";
    private final Map<UUID, Taxonomy> taxonomies = new LinkedHashMap<>();
    private final Map<UUID, Term> terms = new LinkedHashMap<>();
    private final Words words;
    private final String base;

    Taxonomies(Words words, OpenReferralSettings settings) {
        this.words = words;
        this.base = settings.base() + "/";
        taxonomy("da-need", "What a service offers", "Parts of services for people hurt at home, those around them and those who hurt.", Arrays.stream(Part.Kind.values()).toList(), kind -> said("part", kind));
        taxonomy("da-audience", "Why somebody asks", "For whom a part of a service is, by why they come.", Arrays.stream(Audience.values()).filter(Audience.WHY::contains).toList(), who -> said("audience", who));
        taxonomy("da-gender", "Gender", "For whom a part of a service is, by gender. What is in neither list is not stated, and neither yes nor no.", Arrays.stream(Audience.values()).filter(Audience.GENDERS::contains).toList(), who -> said("audience", who));
        taxonomy("da-community", "Community", "Whom a part of a service welcomes by name, or was made for.", Arrays.stream(Audience.values()).filter(one -> !Audience.WHY.contains(one) && !Audience.GENDERS.contains(one)).toList(), who -> said("audience", who));
        taxonomy("da-risk", "Risk level", "The levels of risk a service is there for, where it says so.", List.of(RiskLevel.values()), level -> spoken(level) + " risk");
        taxonomy("da-access", "Ways to a service", "Who may ask for a service, as far as it says.", List.of(Access.values()), way -> way == Access.SELF ? "Self-referral" : "Referral by an agency");
        taxonomy("da-quality", "Quality marks", "Standards that the organisation was found to keep, by their owners' names. The label says which, the value until when.", List.of(QualityScheme.values()), scheme -> ((QualityScheme) scheme).owners());
        taxonomy("da-bank-holidays", "Bank holidays", "What a service does on bank holidays, as far as it says.", List.of(HolidayPolicy.CLOSED, HolidayPolicy.AS_USUAL, HolidayPolicy.OWN_SESSIONS), policy -> spoken(policy));
    }

    private void taxonomy(String key, String name, String description, List<? extends Enum<?>> values, Function<Enum<?>, String> said) {
        Taxonomy taxonomy = new Taxonomy(id(key), name, description, base + "taxonomies/" + id(key), VERSION);
        taxonomies.put(taxonomy.id(), taxonomy);
        for (Enum<?> value : values) {
            UUID id = id(key + "/" + value.name());
            String spoken = said.apply(value);
            terms.put(id, new Term(id, spoken, spoken, name, taxonomy.id(), base + "taxonomy_terms/" + id, key + ":" + key(value)));
        }
    }

    private String said(String list, Enum<?> value) {
        return words.say(Locale.UK, "directory." + list + "." + key(value));
    }

    List<Taxonomy> taxonomies() {
        return List.copyOf(taxonomies.values());
    }

    List<Term> terms() {
        return List.copyOf(terms.values());
    }

    Term need(Part.Kind kind) {
        return term("da-need", kind);
    }

    Term audience(Audience audience) {
        return term(Audience.WHY.contains(audience) ? "da-audience" : Audience.GENDERS.contains(audience) ? "da-gender" : "da-community", audience);
    }

    Term selfReferral() {
        return term("da-access", Access.SELF);
    }

    Term agencyReferral() {
        return term("da-access", Access.AGENCY);
    }

    Term risk(RiskLevel level) {
        return term("da-risk", level);
    }

    Term quality(QualityScheme scheme) {
        return term("da-quality", scheme);
    }

    Term holidays(HolidayPolicy policy) {
        return term("da-bank-holidays", policy);
    }

    private enum Access { SELF, AGENCY }

    private static String spoken(Enum<?> value) {
        String words = key(value).replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private Term term(String taxonomy, Enum<?> value) {
        return terms.get(id(taxonomy + "/" + value.name()));
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** An id made of a name, the same everywhere and always. */
    static UUID id(String name) {
        return NamedId.of("https://alongside.example/directory/" + name);
    }
}
