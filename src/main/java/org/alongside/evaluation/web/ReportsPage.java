package org.alongside.evaluation.web;

import java.util.List;
import org.alongside.evaluation.Evaluation;

/** Reports that may leave. */
record ReportsPage(List<Evaluation> closed) {
}
