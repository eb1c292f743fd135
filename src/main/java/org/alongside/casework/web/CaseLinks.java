package org.alongside.casework.web;

import org.alongside.ui.DeskLink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CaseLinks {
    @Bean
    DeskLink casesLink() {
        return new DeskLink(20, "/desk/cases", "Cases", "SUPPORT_WORKER", "CHILDRENS_WORKER", "DUTY", "MANAGER", "SAFEGUARDING_LEAD", "FACILITATOR", "PARTNER_SUPPORT").behindTheWall();
    }

    @Bean
    DeskLink caseloadsLink() {
        return new DeskLink(76, "/desk/caseloads", "Caseloads", "MANAGER").behindTheWall();
    }
}
