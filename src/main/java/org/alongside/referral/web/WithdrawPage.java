package org.alongside.referral.web;

record WithdrawPage(ReferralPage referral, WithdrawForm form) {}
