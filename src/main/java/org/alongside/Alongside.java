package org.alongside;

import org.alongside.operator.HouseSettings;
import org.alongside.operator.ReadyFile;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Starts the application; {@code bin/start} calls it. */
// Rooms name their own things: two of them may each have an InboxController.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Alongside {
    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(Alongside.class);
        application.addInitializers(new HouseSettings());
        application.addListeners(new ReadyFile());
        application.setLogStartupInfo(false);
        application.run(arguments);
    }
}
