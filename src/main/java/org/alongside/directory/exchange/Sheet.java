package org.alongside.directory.exchange;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.directory.Audience;
import org.alongside.directory.Languages;
import org.alongside.directory.Part;
import org.alongside.directory.exchange.Reading.From;
import org.alongside.ui.Words;
import org.springframework.stereotype.Component;

/** A flat sheet, one service a line, as small charities have them. */
@Component
public class Sheet {
    /** What a column means, and the other names by which it goes. */
    public enum Column {
        ID("A number or word of yours that stays the same, so that the line is found again", "id", "reference", "ref", "service id", "import id"),
        NAME("Name of the service", "name", "service", "service name", "title"),
        ORGANISATION("Who offers it", "organisation", "organization", "organisation name", "organization name", "provider", "charity", "agency"),
        SUMMARY("What it is, in a sentence or two", "summary", "description", "service description", "about", "what it does", "what they do"),
        PHONE("Telephone", "phone", "telephone", "tel", "phone number", "telephone number", "helpline"),
        FREE("Whether it is free to ring: yes or no", "phone free", "free to call", "free phone", "freephone"),
        TEXT("Number for text messages", "text", "sms", "text number"),
        EMAIL("E-mail", "email", "e mail", "email address", "e mail address"),
        WEBSITE("Web address of the service", "website", "url", "web", "web address", "link", "web site"),
        CHAT("Web address of a chat", "chat", "web chat", "webchat", "live chat"),
        HOURS("When somebody answers: Mo-Fr 09:30-16:30; PH off, or in words", "hours", "opening hours", "opening times", "open", "times", "availability"),
        MONDAY("Hours of Mondays; the other days have columns too", "monday", "mon"), TUESDAY("", "tuesday", "tue", "tues"), WEDNESDAY("", "wednesday", "wed"), THURSDAY("", "thursday", "thu", "thurs"), FRIDAY("", "friday", "fri"), SATURDAY("", "saturday", "sat"), SUNDAY("", "sunday", "sun"),
        BANK_HOLIDAYS("closed, open, or hours", "bank holidays", "bank holiday"),
        SERVES("Where it works: towns, districts, first halves of postcodes, nations or UK, with semicolons between", "serves", "area", "areas", "area served", "areas covered", "area covered", "coverage", "where", "service area", "locality"),
        OFFICE("Postcode of a public office, never of a refuge; only its first half is read", "office", "offices", "postcode", "post code", "office postcode"),
        LANGUAGES("Languages, by name or code, with semicolons between", "languages", "language", "languages spoken"),
        OFFERS("What it offers: %s", "offers", "what it offers", "parts", "service type", "type of service", "support offered"),
        FOR("For whom: %s", "for", "for whom", "who for", "welcomes", "who is it for", "audience"),
        NOT_FOR("Not for whom, in the same words", "not for", "does not", "excludes"),
        ONLY_FOR("Only for whom, in the same words", "only for", "only", "by and for"),
        REFER_SELF("Whether one may ask for oneself: yes or no", "self referral", "self refer", "self referrals"),
        REFER_AGENCY("Whether an agency may ask: yes or no", "agency referral", "professional referral", "agency referrals"),
        HOW_TO_ASK("How to ask", "how to ask", "how to refer", "referral process", "referral", "referrals", "how to access", "access"),
        INTERPRETERS("Whether an interpreter is found: yes or no", "interpreters", "interpreter", "interpreting", "interpretation"),
        COST("free, charged, or how much", "cost", "fees", "price", "costs"),
        YOUNGEST("From which age", "youngest", "minimum age", "min age", "age from", "from age"),
        OLDEST("To which age", "oldest", "maximum age", "max age", "age to", "to age"),
        RISK("standard, medium, high", "risk", "risk level", "risk levels"),
        NOTICE("What everybody should know first", "notice", "alert", "note"),
        PAUSED("Closed for now: yes or no", "paused", "closed for now", "temporarily closed"),
        ORGANISATION_WEBSITE("Web address of the organisation", "organisation website", "organization website"),
        ORGANISATION_ABOUT("About the organisation", "about the organisation", "organisation description", "organization description"),
        CHARITY_NUMBER("Charity number (England and Wales)", "charity number", "charity no", "registered charity number"),
        COMPANY_NUMBER("Company number", "company number", "company no"),
        SOURCE("Where these facts were found", "source", "found at");

        private final String meaning;
        private final List<String> names;

        Column(String meaning, String... names) {
            this.meaning = meaning;
            this.names = List.of(names);
        }

        /** As it stands in the template. */
        public String heading() {
            return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private final Areas areas;
    private final Words words;

    Sheet(Areas areas, Words words) {
        this.areas = areas;
        this.words = words;
    }

    /** What a column of the template takes, in words; empty where its heading says it. */
    public String meaning(Column column) {
        return switch (column) {
            case OFFERS -> String.format(column.meaning, list(Part.Kind.values()));
            case FOR -> String.format(column.meaning, list(Audience.values()));
            default -> column.meaning;
        };
    }

    private static String list(Enum<?>[] values) {
        return Stream.of(values).map(one -> PlainText.key(one).replace('-', ' ')).collect(Collectors.joining("; "));
    }

    static Map<Column, String> headings(Table table) {
        Map<Column, String> found = new LinkedHashMap<>();
        for (String heading : table.headings()) {
            String plain = heading.toLowerCase(Locale.ROOT).replaceAll("\\(.*?\\)|[*:?]", " ").replaceAll("[^\\p{L}\\d]+", " ").strip();
            for (Column column : Column.values()) if ((plain.equals(column.heading().toLowerCase(Locale.ROOT)) || column.names.contains(plain)) && !found.containsKey(column)) {
                found.put(column, heading);
                break;
            }
        }
        return found;
    }

    List<Given> read(Table table, From from) {
        Map<Column, String> headings = headings(table);
        if (!headings.containsKey(Column.NAME)) throw new CannotRead("The sheet needs a column “Name”, and at best “Organisation”, “Summary” and “Serves” too. It has: " + table.headings().stream().limit(30).map(PlainText::line).collect(Collectors.joining(", ")));
        return table.lines().stream().map(line -> new SheetLine(line.number(), cells(line.cells(), headings), line.isTooLong(), from, areas, words).read()).toList();
    }

    private static Map<Column, String> cells(Map<String, String> line, Map<Column, String> headings) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        headings.forEach((column, heading) -> cells.put(column, line.getOrDefault(heading, "").strip()));
        return cells;
    }
}
