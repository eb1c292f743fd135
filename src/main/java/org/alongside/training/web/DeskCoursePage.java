package org.alongside.training.web;

import java.util.List;
import org.alongside.shared.Problems;
import org.alongside.training.Cohort;
import org.alongside.training.Course;
import org.alongside.ui.Option;

/** One course with its cohorts. @param session the first session of the cohort being planned */
record DeskCoursePage(Course course, List<Cohort> cohorts, CourseForm form, PlanForm plan, SessionForm session, boolean planning, List<Option> evaluations, Problems problems) {
    String path() {
        return "/desk/training/courses/" + course.id();
    }
}
