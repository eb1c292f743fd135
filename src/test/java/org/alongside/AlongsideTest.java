package org.alongside;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.alongside.comments.Square;
import org.alongside.programme.ProgrammeFixture;
import org.alongside.training.TrainingFixture;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** A test in the whole house: one application for the entire run, on a real PostgreSQL, as the role that owns nothing, in the demo town. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Alongside.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "alongside.demo=true", "management.server.port=0", "db-scheduler.enabled=false"})
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestDatabase.class)
@Import({TestClock.Fixed.class, World.class, Desk.class, ProgrammeFixture.class, TrainingFixture.class, Square.class})
public @interface AlongsideTest {}
