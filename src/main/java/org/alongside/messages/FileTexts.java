package org.alongside.messages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Texts as lines of a file, for trying out without an operator. Not for work: the words stand there to be read. */
final class FileTexts implements TextGateway {
    private final Path folder;

    FileTexts(Path folder) {
        this.folder = folder;
    }

    @Override
    public void send(String to, String words) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("texts.txt"), to + "\t" + words.replaceAll("\\s+", " ") + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new NotTexted("the file cannot be written", failed);
        }
    }
}
