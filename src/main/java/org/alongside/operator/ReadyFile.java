package org.alongside.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/** Makes the file named by ALONGSIDE_READY_FILE when this application answers, so that bin/start never takes another one's health for its own. */
public class ReadyFile implements ApplicationListener<ApplicationReadyEvent> {
    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        String file = ready.getApplicationContext().getEnvironment().getProperty("ALONGSIDE_READY_FILE", "");
        if (file.isBlank()) return;
        try {
            Files.writeString(Path.of(file), "ready\n");
        } catch (IOException gone) {
            throw new CannotStart("The file " + file + " cannot be written: " + Reasons.of(gone));
        }
    }
}
