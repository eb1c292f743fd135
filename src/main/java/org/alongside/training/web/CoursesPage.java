package org.alongside.training.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.alongside.shared.Problems;
import org.alongside.training.Cohort;
import org.alongside.training.Course;

/** What is taught, and when. @param cohorts of all courses, the next first */
record CoursesPage(List<Course> courses, List<Cohort> cohorts, CourseForm form, Problems problems, Instant now) {
    List<Cohort> ahead() {
        return cohorts.stream().filter(one -> !one.isOverAt(now) && !one.isCalledOff()).sorted(Comparator.comparing(one -> one.starts().orElse(now))).toList();
    }

    List<Cohort> over() {
        return cohorts.stream().filter(one -> one.isOverAt(now) || one.isCalledOff()).sorted(Comparator.comparing((Cohort one) -> one.starts().orElse(now)).reversed()).limit(50).toList();
    }
}
