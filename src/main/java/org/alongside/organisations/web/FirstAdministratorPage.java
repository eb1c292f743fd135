package org.alongside.organisations.web;

import java.util.List;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;

record FirstAdministratorPage(String token, FirstAdministratorForm form, Problems problems) {
    public List<Option> kinds() {
        return List.of(
                new Option("SUPPORT_SERVICE", "Supports people who experience abuse"),
                new Option("BEHAVIOUR_CHANGE_SERVICE", "Works with people about their own abusive behaviour"),
                new Option("BOTH_SIDES", "Both", "Two teams, with a wall between them: nobody sees both sides of a case"));
    }
}
