package org.alongside.training.web;

import java.util.List;
import org.alongside.shared.Problems;
import org.alongside.training.Cohort;
import org.alongside.training.Course;

/** One course with its cohorts. @param session the first session of the cohort being planned */
record DeskCoursePage(Course course, List<Cohort> cohorts, CourseForm form, PlanForm plan, SessionForm session, boolean planning, Problems problems) {
    String path() {
        return "/desk/training/courses/" + course.id();
    }
}
