package org.alongside.directory.exchange;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.alongside.directory.Kept;
import org.alongside.directory.exchange.Exports.Form;
import org.alongside.operator.CannotStart;
import org.alongside.operator.HouseCommand;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The public directory as a file for somebody else. */
@Command(name = "export-directory", mixinStandardHelpOptions = true, description = {
        "Writes every public service into one file: .json, .ndjson (one service a line) or .zip (CSV tables, a data package of Open Referral).",
        "Another Alongside reads it back with import-directory, and nothing is lost on the way."})
public final class ExportDirectory extends HouseCommand {
    private static final Map<String, Form> FORMS = Map.of("json", Form.JSON, "ndjson", Form.NDJSON, "zip", Form.ZIP);
    @Parameters(paramLabel = "FILE", description = "a file that does not exist yet, ending in .json, .ndjson or .zip") Path file = Path.of("");

    @Override
    protected void check() {
        if (form() == null) throw new CannotStart("The FILE must end in .json, .ndjson or .zip");
        if (Files.exists(file)) throw new CannotStart("There is a file " + file + " already");
        if (!Files.isDirectory(file.toAbsolutePath().getParent())) throw new CannotStart("There is no folder for " + file);
    }

    private Form form() {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return FORMS.get(name.substring(name.lastIndexOf('.') + 1));
    }

    @Override
    protected int run(ApplicationContext house) throws Exception {
        Exports exports = house.getBean(Exports.class);
        List<Kept> services = exports.published();
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            exports.write(services, form(), out);
        }
        Files.move(part, file);
        say(String.format("Written: %,d services to %s", services.size(), file));
        return 0;
    }
}
