package org.alongside.evaluation.web;

/** @param why there is none yet */
record NoReportPage(String title, String why, String back) {
}
