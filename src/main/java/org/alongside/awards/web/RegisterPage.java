package org.alongside.awards.web;

import java.time.LocalDate;
import java.util.List;
import org.alongside.awards.Award;
import org.alongside.standards.Standards;

record RegisterPage(List<Award> awards, Standards standards, LocalDate today) {
    String title(Award award) {
        return standards.title(award.standard(), award.version());
    }
}
