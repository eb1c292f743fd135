package org.alongside.involvement.web;

import java.util.List;
import org.alongside.involvement.Change;
import org.alongside.involvement.SteeringGroup;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;

/** The steering groups of an organisation, and what changed because of them. @param able whom a manager may name */
record GroupsPage(List<Row> groups, List<Change> changes, boolean mayMake, List<Option> able, GroupForm form, Problems problems) {
    /** @param runners names, to read in a sentence */
    record Row(SteeringGroup group, String runners) {}
}
