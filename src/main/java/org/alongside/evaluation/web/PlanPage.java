package org.alongside.evaluation.web;

import java.util.List;
import org.alongside.shared.Problems;
import org.alongside.ui.Option;

/** Planning one, or planning it otherwise. @param answered whether somebody answered, so that most of it stays @param action where the form goes */
record PlanPage(String title, String action, String back, boolean answered, List<Option> confidence, List<Option> cuts, List<Option> knowledge, List<Option> feedback, PlanForm form, Problems problems) {}
