package org.alongside.directory;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.alongside.directory.Found.Answer;
import org.alongside.ui.Frame;

/** Says which part of an offer is open to whom: "Open to you: helpline, outreach. Not open to you: refuge. Not stated: group". */
public final class PartsInWords {

    private final Frame frame;

    public PartsInWords(Frame frame) {
        this.frame = frame;
    }

    public String names(List<Answer> answers, Welcome welcome) {
        List<String> names = answers.stream().filter(answer -> answer.welcome() == welcome).map(answer -> name(answer.part().kind())).toList();
        return String.join(", ", names);
    }

    /** Whom the parts that are made for others are made for. */
    public String heading(List<Answer> answers) {
        Set<Audience> others = answers.stream().filter(answer -> answer.welcome() == Welcome.ONLY_OTHERS).flatMap(answer -> answer.part().onlyFor().stream()).collect(toSet());
        return frame.say("directory.welcome.only-others", names(others));
    }

    /** What somebody chose, in the words they chose. */
    public String said(Set<Audience> is) {
        return String.join(". ", is.stream().sorted().map(this::said).toList());
    }

    private String said(Audience audience) {
        String question = Audience.WHY.contains(audience) ? "why." : Audience.GENDERS.contains(audience) ? "gender." : "also.";
        return frame.say("directory.find." + question + key(audience));
    }

    /** "Open to men": says the reader's own word back to them, so that they see they were heard. */
    public String heading(Welcome welcome, Set<Audience> is) {
        // Safety: to somebody who did not say who they are nothing is promised to be open; a refuge for women may not be.
        if (welcome == Welcome.YES && is.stream().noneMatch(Audience.GENDERS::contains)) return frame.say("directory.welcome.offers");
        String who = is.stream().filter(Audience.GENDERS::contains).findFirst().map(this::name).orElse(frame.say("directory.you"));
        return frame.say("directory.welcome." + welcome.name().toLowerCase(Locale.ROOT).replace('_', '-'), who);
    }

    public String language(String code) {
        return Languages.name(code, frame.language(), frame::say);
    }

    public List<String> sorted(Collection<String> codes) {
        return Languages.sorted(codes.stream(), frame.language(), frame::say);
    }

    public String name(Part.Kind kind) {
        return frame.say("directory.part." + key(kind));
    }

    public String name(Audience audience) {
        return frame.say("directory.audience." + key(audience));
    }

    public String name(Need need) {
        return frame.say("directory.need." + key(need));
    }

    public String names(Collection<Audience> audiences) {
        return String.join(", ", audiences.stream().sorted().map(this::name).toList());
    }

    public String risks(Collection<RiskLevel> levels) {
        return String.join(", ", levels.stream().sorted().map(level -> frame.say("directory.risk." + key(level))).toList());
    }

    static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
