package org.alongside.standards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.alongside.operator.CannotStart;
import org.alongside.operator.HouseCommand;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A standard as a file for somebody else. */
@Command(name = "export-standard", mixinStandardHelpOptions = true, description = {
        "Writes a standard that everybody may read as JSON in the shape of OSCAL, with what stands beside it. Without --to it is printed.",
        "Another Alongside reads it back with import-standard, and nothing is lost on the way."})
public final class ExportStandard extends HouseCommand {
    @Parameters(paramLabel = "KEY", description = "as it stands in its address: /standards/KEY", index = "0") String key = "";
    @Parameters(paramLabel = "VERSION", description = "an earlier one; without it the newest", index = "1", arity = "0..1") @Nullable String version;
    @Option(names = "--to", paramLabel = "FILE", description = "a file that does not exist yet") @Nullable Path file;

    @Override
    protected void check() {
        if (file != null && Files.exists(file)) throw new CannotStart("There is a file " + file + " already");
        if (file != null && !Files.isDirectory(file.toAbsolutePath().getParent())) throw new CannotStart("There is no folder for " + file);
    }

    @Override
    protected int run(ApplicationContext house) throws IOException {
        return write(house.getBean(Standards.class));
    }

    int write(Standards standards) throws IOException {
        String which = version != null ? version : standards.one(key).map(Standard::version).orElse("");
        Oscal.File found = standards.file(key, which).orElseThrow(() -> new CannotStart(version == null ? "There is no standard " + key : "There is no version " + version + " of " + key));
        if (file == null) {
            say(Oscal.write(found));
            return 0;
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, Oscal.write(found));
        Files.move(part, file);
        say("Written: version " + which + " of " + key + " to " + file);
        return 0;
    }
}
