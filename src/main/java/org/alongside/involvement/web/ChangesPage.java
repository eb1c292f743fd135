package org.alongside.involvement.web;

import java.util.List;
import org.alongside.involvement.Change;
import org.alongside.involvement.SteeringGroup;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;

/** Something new that a group asked for. @param statements of standards it can belong to */
record ChangesPage(SteeringGroup group, List<Change> changes, boolean runs, List<Option> statements, ChangeForm form, Problems problems) {
    String path() {
        return "/desk/involvement/groups/" + group.id();
    }
}
