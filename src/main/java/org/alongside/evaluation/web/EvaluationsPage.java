package org.alongside.evaluation.web;

import java.util.List;
import org.alongside.evaluation.Evaluation;

record EvaluationsPage(List<Evaluation> all) {}
