package org.alongside.programme.web;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.alongside.programme.Templates;
import org.alongside.programme.Templates.Part;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.jspecify.annotations.Nullable;

/** What a programme consists of, as typed. @param sessions a title on each line, with minutes in brackets where they are not {@code minutes} */
record TemplateForm(@Nullable String once, @Nullable String name, @Nullable String minutes, @Nullable String sessions, @Nullable String revision) {
    private static final Pattern LINE = Pattern.compile("(.*?)\\s*(?:\\((\\d{1,3})\\))?");
    private static final int USUAL = 120;

    static TemplateForm empty() {
        return new TemplateForm(UUID.randomUUID().toString(), null, String.valueOf(USUAL), null, null);
    }

    static TemplateForm of(Templates.Template template) {
        int usual = template.parts().isEmpty() ? USUAL : template.parts().get(0).minutes();
        return new TemplateForm(null, template.name(), String.valueOf(usual), template.parts().stream().map(part -> part.title() + (part.minutes() == usual ? "" : " (" + part.minutes() + ")")).collect(Collectors.joining("\n")), String.valueOf(template.revision()));
    }

    @Nullable String called(Problems problems) {
        String words = Typed.wordsNeeded(name, "name", "Enter what the programme is called", problems);
        if (words != null && words.length() > 120) problems.add("name", "Write no more than 120 characters");
        return words;
    }

    List<Part> parts(Problems problems) {
        int usual = minutes != null && minutes.strip().matches("\\d{1,3}") ? Integer.parseInt(minutes.strip()) : 0;
        if (usual < 15 || usual > 480) problems.add("minutes", "Enter how long a session takes, from 15 to 480 minutes");
        List<Part> parts = sessions == null ? List.of() : sessions.lines().map(String::strip).filter(line -> !line.isEmpty()).map(line -> part(line, usual)).toList();
        if (parts.isEmpty() || parts.size() > 60) problems.add("sessions", "Enter from 1 to 60 sessions, each on a line of its own");
        if (parts.stream().anyMatch(part -> part.title().isEmpty() || part.title().length() > 120)) problems.add("sessions", "Write a title of no more than 120 characters on each line");
        if (usual >= 15 && parts.stream().anyMatch(part -> part.minutes() < 15 || part.minutes() > 480)) problems.add("sessions", "Minutes in brackets are from 15 to 480");
        return parts;
    }

    private static Part part(String line, int usual) {
        Matcher matched = LINE.matcher(line);
        return matched.matches() && matched.group(2) != null ? new Part(matched.group(1), Integer.parseInt(matched.group(2))) : new Part(line, usual);
    }
}
