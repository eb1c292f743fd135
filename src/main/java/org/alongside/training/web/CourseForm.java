package org.alongside.training.web;

import java.util.Optional;
import java.util.UUID;
import org.alongside.shared.Problems;
import org.alongside.shared.Typed;
import org.alongside.training.Course;
import org.jspecify.annotations.Nullable;

/** A course, as typed. */
record CourseForm(@Nullable String once, @Nullable String title, @Nullable String titleCy, @Nullable String about, @Nullable String aboutCy) {
    private static final int LINE = 150, WORDS = 5000;

    static CourseForm of(Course course) {
        return new CourseForm(null, course.title(), course.titleCy(), course.about(), course.aboutCy());
    }

    Optional<Course> read(UUID id, Problems problems) {
        String named = Typed.wordsNeeded(title, "title", LINE, "Enter what it is called", problems);
        String welsh = Typed.fitting(titleCy, "titleCy", LINE, problems), words = Typed.fitting(about, "about", WORDS, problems), welshWords = Typed.fitting(aboutCy, "aboutCy", WORDS, problems);
        return named == null || !problems.isEmpty() ? Optional.empty() : Optional.of(new Course(id, named, welsh, words, welshWords));
    }
}
