package org.alongside.standards;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.OrganisationId;
import org.alongside.operator.CannotStart;
import org.alongside.operator.HouseCommand;
import org.alongside.organisations.Organisations;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A standard from a file, for the organisation that keeps it; also a newer version of one that comes along with the software. */
@Command(name = "import-standard", mixinStandardHelpOptions = true, description = {
        "Loads a standard from FILE, in the shape of OSCAL: a catalogue, a profile for each edition, and a mapping collection for what stands beside it. export-standard writes such a file.",
        "It is a draft until somebody shows it to everybody: on the desk under Standards, or here with --show. What is shown never changes; a new version takes its place."})
public final class ImportStandard extends HouseCommand {
    @Parameters(paramLabel = "FILE", description = "the standard, as JSON") Path file = Path.of("");
    @Option(names = "--organisation", paramLabel = "ID", description = "whose it will be; without it the organisation this house was set up for") @Nullable String organisation;
    @Option(names = "--show", description = "show it to everybody at once") boolean show;
    @Option(names = "--we-may-use-these-words", paramLabel = "LICENCE", description = "needed with --show: under which licence or agreement") String licence = "";

    @Override
    protected void check() throws IOException {
        if (!Files.isRegularFile(file)) throw new CannotStart("There is no file " + file);
        if (Files.size(file) > 4L * Oscal.LARGEST) throw new CannotStart(file + " is larger than a standard can be");
        if (show && licence.isBlank()) throw new CannotStart("With --show say --we-may-use-these-words and under which licence or agreement");
        read();
    }

    private Oscal.File read() throws IOException {
        try {
            return Oscal.file(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString());
        } catch (CharacterCodingException notText) {
            throw new CannotStart(file + " is no text in UTF-8");
        } catch (BadStandard bad) {
            throw refused(bad);
        }
    }

    private CannotStart refused(BadStandard bad) {
        List<String> mistakes = bad.mistakes();
        return new CannotStart(file + " was not taken:" + String.join("", mistakes.stream().map(one -> "\n  " + one).toList()));
    }

    @Override
    protected int run(ApplicationContext house) throws IOException {
        return load(house.getBean(Versions.class), house.getBean(Organisations.class), house.getBean(TransactionTemplate.class));
    }

    int load(Versions versions, Organisations organisations, TransactionTemplate transaction) throws IOException {
        Oscal.File read = read();
        OrganisationId first = Acting.as(new Actor.Public(), organisations::first).orElseThrow(() -> new CannotStart("There is no organisation in this house yet"));
        OrganisationId whose = whose(organisations, first);
        if (Shipped.has(read.standard().key()) && !whose.equals(first)) throw new CannotStart("What comes along with the software is kept by the organisation this house was set up for: leave --organisation out");
        Acting.as(new Actor.Job(whose, Versions.IMPORT), () -> transaction.executeWithoutResult(status -> load(versions, read, whose)));
        return 0;
    }

    private void load(Versions versions, Oscal.File read, OrganisationId whose) {
        try {
            Version version = versions.load(read);
            Standard standard = version.standard();
            say(String.format("%s, version %s: %d statements in %d sections.", standard.title(), standard.version(), standard.statements().count(), standard.sections().size()));
            versions.before(version).ifPresent(before -> say(String.format("Beside version %2$s: %1$s.", inWords(Changes.between(before, standard)), before.version())));
            if (!show) {
                say("It is a draft. Show it to everybody on the desk under Standards, or load it again with --show.");
                return;
            }
            versions.show(version.id(), licence, whose, null);
            say("Everybody can read it now, at /standards/" + standard.key());
        } catch (BadStandard bad) {
            throw refused(bad);
        }
    }

    private static String inWords(Changes changes) {
        return changes.isNone() ? "nothing is different" : String.format("%d statements are new, %d changed, %d gone", changes.fresh().size(), changes.changed().size(), changes.gone().size());
    }

    private OrganisationId whose(Organisations organisations, OrganisationId first) {
        String asked = organisation;
        if (asked == null) return first;
        return Acting.as(new Actor.Installer(), organisations::all).stream().filter(one -> one.id().toString().equals(asked.strip())).findFirst().orElseThrow(() -> new CannotStart("There is no organisation " + Objects.requireNonNull(asked)));
    }
}
