package org.alongside.referral.web;

import org.alongside.shared.Problems;

record WithdrawForm(String why) {
    static final WithdrawForm EMPTY = new WithdrawForm("");

    WithdrawForm {
        why = why == null ? "" : why;
    }

    Problems problems() {
        Problems problems = new Problems();
        if (this != EMPTY && why.isBlank()) problems.add("why", "Say who withdrew it and why");
        if (why.length() > 2000) problems.add("why", "Use 2,000 characters or fewer");
        return problems;
    }
}
