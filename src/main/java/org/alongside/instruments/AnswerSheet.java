package org.alongside.instruments;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.instruments.Item.Kind;
import org.alongside.shared.Problems;
import org.alongside.shared.Times;
import org.alongside.shared.TypedDate;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** The answers to one version of an instrument: what the fragment {@code instruments/questions.jte} shows and what its form sends back. */
public record AnswerSheet(Instrument instrument, Map<String, Answer> answers) {
    private static final String WHY = "~";
    private static final List<Missing> REASONS = List.of(Missing.DONT_KNOW, Missing.DECLINED, Missing.NOT_SAFE_TO_ASK, Missing.NOT_APPLICABLE, Missing.NOT_ASKED);

    public Answer of(Item item) {
        return of(item.key());
    }

    public Answer of(String item) {
        return answers.getOrDefault(item, Answer.NOT_ASKED);
    }

    /** Whether this question has come up, by the answers so far. */
    public boolean isDue(Item item) {
        return item.when() == null || item.when().rule().holds(this);
    }

    /** What each scale comes to by these answers. Finished answers keep their own: {@link Response#scores()}. */
    public List<Score> scores() {
        return instrument.scales().stream().map(scale -> scale.score(this)).toList();
    }

    /** What these answers ask for at once, the most urgent first. */
    public List<Signal> signals() {
        return instrument.signals().stream().filter(signal -> signal.when().holds(this)).sorted(Comparator.comparing(Signal::severity)).toList();
    }

    /** Reads what the form sent. An option this version does not have is not an answer to it, and is left out. */
    public static AnswerSheet read(Instrument instrument, Function<String, String @Nullable []> sent) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (Item item : instrument.items()) {
            Answer answer = read(item, sent);
            if (!answer.equals(Answer.NOT_ASKED)) answers.put(item.key(), answer);
        }
        return new AnswerSheet(instrument, answers);
    }

    private static Answer read(Item item, Function<String, String @Nullable []> sent) {
        List<String> picked = Stream.of(all(sent, "a." + item.key())).filter(value -> item.option(value).isPresent()).distinct().toList();
        String typed = item.kind().isPicked() ? "" : item.kind() == Kind.DATE ? date(item, sent) : one(sent, "a." + item.key());
        List<String> chosen = item.kind() == Kind.SEVERAL || picked.isEmpty() ? picked : picked.subList(0, 1);
        String why = Stream.of(all(sent, "a." + item.key())).filter(value -> value.startsWith(WHY)).map(value -> value.substring(1)).findFirst().orElse(one(sent, "m." + item.key()));
        Missing missing = chosen.isEmpty() && typed.isBlank() ? Stream.of(Missing.values()).filter(reason -> reason.name().equals(why)).findFirst().orElse(Missing.NOT_ASKED) : Missing.NOT_ASKED;
        return new Answer(chosen, typed.isBlank() ? "" : typed, missing, one(sent, "n." + item.key()));
    }

    private static String date(Item item, Function<String, String @Nullable []> sent) {
        List<String> parts = Stream.of("day", "month", "year").map(part -> one(sent, "a." + item.key() + "." + part).strip().replace("/", " ")).toList();
        return parts.stream().allMatch(String::isEmpty) ? "" : String.join("/", parts);
    }

    private static String[] all(Function<String, String @Nullable []> sent, String name) {
        String[] values = sent.apply(name);
        return values == null ? new String[0] : values;
    }

    private static String one(Function<String, String @Nullable []> sent, String name) {
        String[] values = all(sent, name);
        return values.length == 0 ? "" : values[0];
    }

    /** Notes what was typed and cannot be read. A question left open is never a problem. */
    public void check(Problems problems) {
        for (Item item : instrument.items()) {
            Answer answer = of(item);
            if (answer.chosen().size() > 1 && answer.chosen().stream().anyMatch(item.exclusive()::contains)) problems.add("a." + item.key(), "“" + item.exclusive().stream().filter(answer.chosen()::contains).findFirst().flatMap(item::option).map(Option::text).orElse("") + "” was ticked together with something else: keep one or the other");
            if (answer.typed().isBlank()) continue;
            if (item.kind() == Kind.NUMBER && !answer.typed().strip().matches("\\d{1,6}")) problems.add("a." + item.key(), "Write this as a whole number, like 3, or leave it empty");
            if (item.kind() == Kind.DATE) typedDate(answer).read("a." + item.key(), problems);
        }
    }

    private static TypedDate typedDate(Answer answer) {
        String[] parts = answer.dayMonthYear();
        return new TypedDate(parts[0], parts[1], parts[2]);
    }

    /** The answer in words: the options picked, what was typed, or why there is none. */
    public String inWords(Item item) {
        Answer answer = of(item);
        if (!answer.isGiven()) return answer.missing().words();
        if (item.kind() == Kind.DATE) return typedDate(answer).read("", new Problems()).map(Times::say).orElse(answer.typed());
        if (!item.kind().isPicked()) return answer.typed();
        return answer.chosen().stream().map(value -> item.option(value).map(Option::text).orElse(value)).collect(Collectors.joining("; "));
    }

    /** The questions whose answer is not the one given before, in the order they are asked; none when the two versions are not to be compared. */
    public List<Item> changedSince(AnswerSheet before) {
        return instrument.items().stream().filter(item -> before.beside(item, instrument).filter(was -> !was.equals(inWords(item))).isPresent()).toList();
    }

    /** What was answered here to the same question of a later version, in words; empty when it was not asked, or is not to be compared. */
    public Optional<String> beside(Item item, Instrument later) {
        if (later.compared(instrument) == Comparison.As.NOT_COMPARABLE) return Optional.empty();
        return instrument.items().stream().filter(mine -> mine.concept().equals(item.concept())).findFirst().map(this::inWords);
    }

    /** The answer to the question with this key in words; empty when this version does not ask it. */
    public Optional<String> said(String key) {
        return instrument.item(key).map(this::inWords);
    }

    /** Why a typed question has no answer, beginning with "not asked". */
    public static List<Option> reasonsFirst() {
        return Stream.of(Missing.values()).map(reason -> new Option(reason.name(), reason.words())).toList();
    }

    /** The options of a question answered with one pick, the reasons for no answer after them. */
    public static List<Option> picks(Item item) {
        return Stream.concat(item.options().stream(), REASONS.stream().map(reason -> new Option(WHY + reason.name(), reason.words()))).toList();
    }

    /** Which of {@link #picks} is picked. */
    public String pick(Item item) {
        Answer answer = of(item);
        return answer.chosen().isEmpty() ? WHY + answer.missing().name() : answer.chosen().get(0);
    }
}
