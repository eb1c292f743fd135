package org.alongside.involvement.web;

import java.util.List;
import java.util.UUID;
import org.alongside.involvement.Change;
import org.alongside.involvement.SteeringGroup;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;

/** One steering group, as its organisation may see it. @param runs whether whoever looks runs it @param open which form was refused just now: "change", "name" or empty @param toAsk of how many members something has to be asked again */
record GroupPage(SteeringGroup group, List<Runner> runners, boolean runs, boolean manages, List<Change> changes, int toAsk, int claims, List<Option> able, GroupForm form, String open, Problems problems) {
    record Runner(UUID id, String name, boolean oneself) {}

    String path() {
        return "/desk/involvement/groups/" + group.id();
    }
}
