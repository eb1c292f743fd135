package org.alongside.training.web;

import java.util.List;
import org.alongside.shared.Problems;
import org.alongside.training.Cohort;
import org.alongside.training.Register;
import org.alongside.training.Session;

/** Who was at one session. @param unknown addresses of a file that have no place here */
record SessionPage(Cohort cohort, Session session, Register.Read register, List<String> unknown, Problems problems) {
    String path() {
        return "/desk/training/cohorts/" + cohort.id() + "/sessions/" + session.id();
    }
}
