package org.alongside.people.web;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.people.Channel;
import org.alongside.people.ChannelAnswer;
import org.alongside.people.Safe;
import org.alongside.people.SafeContact;
import org.alongside.people.Window;
import org.alongside.people.Windows;
import org.alongside.shared.Phone;
import org.alongside.shared.Problems;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;

/** What was typed about safe contact: for each way of contact its answer, times and words, as {@code PHONE-safe}, {@code PHONE-times}, {@code PHONE-words}. */
record ContactForm(Map<String, String> typed) {
    private static final int LONGEST = 1000;

    static ContactForm of(SafeContact contact, @Nullable UUID seen) {
        Map<String, String> typed = new HashMap<>();
        typed.put("phone", contact.phone() == null ? "" : new Phone(contact.phone()).written());
        typed.put("email", contact.email() == null ? "" : contact.email());
        for (Channel channel : Channel.values()) {
            ChannelAnswer answer = contact.answer(channel);
            typed.put(channel + "-safe", answer.safe().name());
            typed.put(channel + "-times", answer.times());
            typed.put(channel + "-words", answer.words());
        }
        typed.put("whoMayAnswer", contact.whoMayAnswer());
        typed.put("ifSomeoneElse", contact.ifSomeoneElseAnswers());
        typed.put("codeWord", contact.codeWord());
        typed.put("withhold", contact.withholdNumber() ? "yes" : "");
        typed.put("words", contact.words());
        typed.put("seen", seen == null ? "" : seen.toString());
        return new ContactForm(typed);
    }

    String of(String field) {
        return typed.getOrDefault(field, "");
    }

    /** The answers the worker looked at while typing. */
    @Nullable UUID seen() {
        try {
            return of("seen").isEmpty() ? null : UUID.fromString(of("seen"));
        } catch (IllegalArgumentException odd) {
            return null;
        }
    }

    ContactForm seen(@Nullable UUID now) {
        Map<String, String> again = new HashMap<>(typed);
        again.put("seen", now == null ? "" : now.toString());
        return new ContactForm(again);
    }

    TypedDate expires() {
        return new TypedDate(of("expires.day"), of("expires.month"), of("expires.year"));
    }

    Optional<SafeContact> read(SafeContact before, LocalDate today, Problems problems) {
        Optional<Phone> phone = Phone.read(of("phone"));
        if (!of("phone").isBlank() && phone.isEmpty()) problems.add("phone", "Enter a telephone number, like 01632 960001");
        if (!of("email").isBlank() && !of("email").strip().matches("[^\\s@,;]+@[^\\s@,;]+\\.[^\\s@,;]+")) problems.add("email", "Enter one e-mail address, like name@example.org");
        Map<Channel, ChannelAnswer> answers = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) answers.put(channel, answer(channel, problems));
        for (String field : List.of("whoMayAnswer", "ifSomeoneElse", "codeWord", "words", "email")) brief(field, problems);
        boolean checked = of("checked").equals("yes");
        boolean saysYes = answers.values().stream().anyMatch(answer -> answer.safe() == Safe.YES);
        boolean newYes = answers.entrySet().stream().anyMatch(answer -> answer.getValue().safe() == Safe.YES && !answer.getValue().equals(before.answer(answer.getKey())));
        boolean otherNumber = !phone.map(Phone::number).equals(Optional.ofNullable(before.phone())) || !of("email").strip().equals(before.email() == null ? "" : before.email());
        // Safety: a yes counts only from the person themselves, and for the number they said it about.
        if (!checked && (newYes || saysYes && otherNumber)) problems.add("checked", "Tick this when you have gone through the answers with them; otherwise choose “Not known”");
        LocalDate latest = today.plusDays(SafeContact.DAYS_AN_ANSWER_HOLDS);
        Optional<LocalDate> expires = expires().read("expires", problems);
        if (expires.filter(day -> day.isBefore(today) || day.isAfter(latest)).isPresent()) problems.add("expires", "Enter a day from today to 90 days ahead");
        if (!problems.isEmpty()) return Optional.empty();
        return Optional.of(new SafeContact(phone.map(Phone::number).orElse(null), of("email").isBlank() ? null : of("email").strip(), answers, of("whoMayAnswer").strip(), of("ifSomeoneElse").strip(),
                of("codeWord").strip(), of("withhold").equals("yes"), of("words").strip(), checked ? today : before.checkedOn(), checked ? expires.orElse(latest) : before.expiresOn()));
    }

    private ChannelAnswer answer(Channel channel, Problems problems) {
        Optional<Safe> safe = Stream.of(Safe.values()).filter(one -> one.name().equals(of(channel + "-safe"))).findFirst();
        if (safe.isEmpty()) problems.add(channel + "-safe", channel.words() + ": choose an answer, or “Not known”");
        Optional<List<Window>> windows = Windows.read(of(channel + "-times"));
        if (windows.isEmpty()) problems.add(channel + "-times", channel.words() + ": enter times like “weekdays 9am to midday; Saturday 10am to 4pm”");
        brief(channel + "-words", problems);
        return new ChannelAnswer(safe.orElse(Safe.UNKNOWN), windows.orElse(List.of()), of(channel + "-words").strip());
    }

    private void brief(String field, Problems problems) {
        if (of(field).length() > LONGEST) problems.add(field, "Write no more than 1,000 characters");
    }
}
