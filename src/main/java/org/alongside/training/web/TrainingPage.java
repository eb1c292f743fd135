package org.alongside.training.web;

import java.util.List;
import org.alongside.training.Cohort;

record TrainingPage(List<Cohort> cohorts) {}
