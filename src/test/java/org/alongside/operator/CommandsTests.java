package org.alongside.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator is told when something asked for is not done. */
class CommandsTests {
    @Test
    void everything_that_is_wrong_with_a_file_is_said_and_not_only_that_it_was_not_taken(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("standard.json"), "{\"catalog\": {}}");
        StringWriter said = new StringWriter();

        assertThat(Commands.commandLine().setErr(new PrintWriter(said, true)).execute("import-standard", file.toString())).isEqualTo(1);
        assertThat(said.toString().lines().toList()).hasSizeGreaterThan(1).first().asString().isEqualTo("Alongside: " + file + " was not taken:");
    }
}
