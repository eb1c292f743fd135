package org.alongside.training.web;

import org.alongside.training.Certificate;

/** A certificate on paper. @param checkAddress where its code can be checked */
record CertificatePage(String name, Certificate certificate, String checkAddress) {}
