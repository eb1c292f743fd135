package org.alongside.involvement.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.alongside.involvement.Claim;
import org.alongside.involvement.Consent;
import org.alongside.involvement.GroupMember;
import org.alongside.involvement.Purpose;
import org.alongside.involvement.SteeringGroup;
import org.alongside.organisations.Names;
import org.alongside.shared.Problems;
import org.alongside.shared.TypedDate;
import org.jspecify.annotations.Nullable;

/** One member of a steering group. @param history what they said, the latest first @param names of those who asked @param typed what was typed in the form that was refused just now: {@code open} says which, "change", "answer", "consent", "leaving" or empty */
record MemberPage(SteeringGroup group, GroupMember member, List<Consent> history, Names names, List<Claim> claims, LocalDate today, String once, Typed typed, String open, Problems problems) {
    record Typed(@Nullable String called, @Nullable String contact, TypedDate on, @Nullable String purpose, @Nullable String answer) {
        static Typed of(GroupMember member, LocalDate today) {
            return new Typed(member.called(), member.contact(), TypedDate.of(today), null, null);
        }
    }

    String path() {
        return "/desk/involvement/members/" + member.id();
    }

    String back() {
        return "/desk/involvement/groups/" + group.id() + "/members";
    }

    @Nullable Problems problems(String form) {
        return open.equals(form) ? problems : null;
    }

    /** What was paid, or will be, by year, the latest first. */
    Map<Integer, String> sums() {
        Map<Integer, Long> pence = new TreeMap<>((one, other) -> other - one);
        claims.stream().filter(claim -> Boolean.TRUE.equals(claim.approved())).forEach(claim -> pence.merge(claim.on().getYear(), (long) claim.pence(), Long::sum));
        Map<Integer, String> sums = new LinkedHashMap<>();
        pence.forEach((year, sum) -> sums.put(year, Claim.pounds(sum)));
        return sums;
    }

    String by(Consent consent) {
        return names.of(consent.askedBy());
    }

    /** What they said last about it; null where they were never asked. */
    @Nullable Consent last(Purpose purpose) {
        return history.stream().filter(one -> one.purpose() == purpose).findFirst().orElse(null);
    }

    boolean wasAskedAgain() {
        return history.stream().map(Consent::purpose).distinct().count() < history.size();
    }

    String stands(Purpose purpose) {
        Consent last = last(purpose);
        return last == null ? "Never asked" : last.answer().words();
    }

    boolean isToAsk(Purpose purpose) {
        Consent last = last(purpose);
        return member.isIn() && (last == null || last.isDue(today));
    }
}
