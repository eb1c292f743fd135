package org.alongside.network.web;

import java.util.Optional;
import org.alongside.network.Member;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.jspecify.annotations.Nullable;

/** What somebody says of themself, as typed. @param agreed asked when they join only */
record MemberForm(@Nullable String does, @Nullable String knows, @Nullable String agreed, @Nullable String news, @Nullable String along) {
    private static final int DOES = 120, KNOWS = 300;

    record Read(String does, String knows, boolean news, boolean along) {}

    static MemberForm empty() {
        return new MemberForm(null, null, null, null, null);
    }

    static MemberForm of(Member member) {
        return new MemberForm(member.does(), member.knows(), null, member.wantsNews() ? "yes" : null, member.takesAlong() ? "yes" : null);
    }

    Optional<Read> read(boolean joining, Problems problems) {
        String work = Typed.wordsNeeded(does, "does", DOES, "Say in a few words what your work is", problems), subjects = Typed.wordsNeeded(knows, "knows", KNOWS, "Say what others can ask you about", problems);
        if (joining && !"yes".equals(agreed)) problems.add("agreed", "Read the rules, and tick the box if you will keep to them");
        return work == null || subjects == null || !problems.isEmpty() ? Optional.empty() : Optional.of(new Read(work, subjects, "yes".equals(news), "yes".equals(along)));
    }
}
