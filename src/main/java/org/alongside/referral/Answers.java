package org.alongside.referral;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.shared.Phone;
import org.alongside.shared.Postcode;
import org.alongside.shared.Problems;
import org.alongside.shared.TypedDate;

/** What somebody answered, exactly as they typed it. A question that was never shown is absent; one that was skipped is blank. */
public final class Answers {
    private final Map<Question, String> given = new EnumMap<>(Question.class);

    public Answers(Map<Question, String> given) {
        given.forEach((question, words) -> this.given.put(question, clean(question, words)));
    }

    /** These answers with others put over them. */
    public Answers with(Map<Question, String> changed) {
        Map<Question, String> all = new EnumMap<>(Question.class);
        all.putAll(given);
        all.putAll(changed);
        return new Answers(all);
    }

    /** Only the answers to these questions. */
    public Answers only(Set<Question> questions) {
        return new Answers(given.entrySet().stream().filter(answer -> questions.contains(answer.getKey())).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    Answers without(Set<Question> questions) {
        return new Answers(given.entrySet().stream().filter(answer -> !questions.contains(answer.getKey())).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** These answers without what leads to a door: no address, and of a postcode its first half. */
    public Answers withoutDoor() {
        Answers kept = without(Set.of(Question.ADDRESS));
        return has(Question.AREA) ? kept.with(Map.of(Question.AREA, roughly(of(Question.AREA)))) : kept;
    }

    /** Whether something in them leads to a door. */
    public boolean leadToADoor() {
        return has(Question.ADDRESS) || Postcode.of(of(Question.AREA)).isPresent();
    }

    // Safety: of a whole postcode only the first half is kept; a town of whatever length stays short.
    static String roughly(String area) {
        String place = area.strip();
        return Postcode.of(place).map(Postcode::outward).orElse(place.length() > 40 ? place.substring(0, 40) : place);
    }

    public String of(Question question) {
        return given.getOrDefault(question, "");
    }

    public boolean has(Question question) {
        return !of(question).isBlank();
    }

    public boolean is(Question question, String option) {
        return all(question).contains(option);
    }

    /** Whether the question was shown and sent back, even blank. */
    public boolean wereAsked(Question question) {
        return given.containsKey(question);
    }

    /** The chosen options. */
    public List<String> all(Question question) {
        return has(question) ? List.of(of(question).split(",")) : List.of();
    }

    public TypedDate date(Question question) {
        String[] parts = Stream.concat(of(question).lines(), Stream.of("", "", "")).limit(3).toArray(String[]::new);
        return new TypedDate(parts[0], parts[1], parts[2]);
    }

    public Optional<LocalDate> born() {
        return date(Question.BORN).read(Question.BORN.field(), new Problems());
    }

    public Optional<Phone> phone() {
        return has(Question.PHONE) ? Phone.read(of(Question.PHONE)) : Optional.empty();
    }

    /** Whether they will ring us and are not to be contacted. */
    public boolean areWithoutContact() {
        return is(Question.CHANNELS, "NONE");
    }

    public boolean allowRinging() {
        return is(Question.CHANNELS, "PHONE") || is(Question.CHANNELS, "TEXT");
    }

    public Danger danger() {
        return switch (of(Question.SAFE_NOW)) {
            case "NO" -> Danger.NOW;
            case "NOT_SURE" -> Danger.NOT_SURE;
            case "YES" -> Danger.SAFE_FOR_NOW;
            default -> Danger.NOT_SAID;
        };
    }

    /** Whether this is about somebody under sixteen, by the door they chose or by their birth date. */
    public boolean areAboutAChild(Asking asking, LocalDate today) {
        return asking == Asking.CHILD || born().filter(born -> born.plusYears(16).isAfter(today)).isPresent();
    }

    public Map<Question, String> given() {
        return Map.copyOf(given);
    }

    private static String clean(Question question, String words) {
        // Control characters no keyboard makes; line breaks and tabs stay.
        String typed = words.replace("\r\n", "\n").replace('\r', '\n').replaceAll("[\\p{Cc}&&[^\\n\\t]]", "");
        return switch (question.shape()) {
            case TEXT, DATE -> typed;
            case SEVERAL -> question.options().stream().filter(List.of(typed.split(","))::contains).collect(Collectors.joining(","));
            case CHOICE -> question.options().isEmpty() || question.options().contains(typed) ? typed.strip() : "";
            default -> typed.replace('\n', ' ').strip();
        };
    }
}
