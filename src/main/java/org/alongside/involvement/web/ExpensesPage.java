package org.alongside.involvement.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.WorkerId;
import org.alongside.involvement.Claim;
import org.alongside.involvement.SteeringGroup;
import org.alongside.organisations.Names;
import org.alongside.shared.Problems;
import org.alongside.shared.TypedDate;
import org.alongside.ui.Option;
import org.jspecify.annotations.Nullable;

/** The money of one group in one year. @param names of members by id @param members who can have a claim @param refused which claim's form was refused just now */
record ExpensesPage(SteeringGroup group, int year, List<Claim> claims, Map<UUID, String> names, Names workers, List<Option> members, WorkerId me, ClaimForm form, @Nullable UUID refused, TypedDate paid, Problems problems) {
    String path() {
        return "/desk/involvement/groups/" + group.id();
    }

    String name(Claim claim) {
        return names.getOrDefault(claim.member(), "A former member");
    }

    String worker(WorkerId worker) {
        return workers.of(worker);
    }

    boolean isMine(Claim claim) {
        return claim.enteredBy().equals(me);
    }

    String sum() {
        return Claim.pounds(claims.stream().filter(one -> Boolean.TRUE.equals(one.approved())).mapToLong(Claim::pence).sum());
    }

    String paidSum() {
        return Claim.pounds(claims.stream().filter(one -> one.paidOn() != null).mapToLong(Claim::pence).sum());
    }
}
