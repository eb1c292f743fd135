package org.alongside.casework.web;

import java.util.List;
import java.util.stream.Stream;
import org.alongside.casework.ContactPurpose;
import org.alongside.casework.NeedStatus;
import org.alongside.people.Channel;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** The answers that the fields of this room offer. */
final class Options {
    private Options() {
    }

    static List<Option> of(Channel[] channels) {
        return Stream.of(channels).map(channel -> new Option(channel.name(), channel.words())).toList();
    }

    /** How a need may end. */
    static List<Option> ends() {
        return Option.of(List.of(NeedStatus.MET, NeedStatus.PARTLY, NeedStatus.UNMET, NeedStatus.NOT_WANTED));
    }

    static List<Option> purposes(boolean support) {
        return Option.of(Stream.of(ContactPurpose.values()).filter(purpose -> support ? purpose != ContactPurpose.BEHAVIOUR : purpose != ContactPurpose.SAFETY_PLANNING).toList());
    }

    static List<Option> ofGoals(List<NeedsPage.Goal> goals) {
        return goals.stream().map(goal -> new Option(goal.id().toString(), shortened(goal.words()))).toList();
    }

    private static String shortened(@Nullable String words) {
        return words == null ? "" : words.length() > 80 ? words.substring(0, 80) + "…" : words;
    }
}
