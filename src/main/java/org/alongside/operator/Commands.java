package org.alongside.operator;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.ServiceLoader;
import org.alongside.shared.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.StandardEnvironment;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What an operator can ask for with {@code bin/alongside}. Exit status: 0 done, 1 not done and why, 2 asked wrongly. */
@Command(name = "bin/alongside", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
        description = "Looks after an installation of Alongside. It reads the same settings as bin/start (ALONGSIDE_DATA, ALONGSIDE_KEY_FILE, DATABASE_URL, DATABASE_OWNER_URL).",
        subcommands = CommandLine.HelpCommand.class)
public final class Commands {
    @Spec CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Commands());
        ServiceLoader.load(HouseCommand.class).forEach(line::addSubcommand);
        line.setExecutionExceptionHandler((failed, command, parsed) -> {
            if (!(failed instanceof CannotStart) && !(failed instanceof SQLException) && !(failed instanceof IOException)) throw failed;
            // What we say ourselves may be a list; of what a driver says the first line is enough.
            command.getErr().println("Alongside: " + (failed instanceof CannotStart ? failed.getMessage() : Reasons.of(failed)));
            return 1;
        });
        return line;
    }

    @Command(name = "backup", mixinStandardHelpOptions = true,
            description = "Writes every table into one encrypted FILE. The application may go on working. The file opens only with this installation's key file, which is NOT in it: keep a copy of that elsewhere.")
    void backup(@Parameters(paramLabel = "FILE", description = "a file that does not exist yet") Path file, @Option(names = "--practice", description = "the practice database") boolean practice)
            throws SQLException, IOException {
        try (Installation installation = open(practice); Connection owner = OwnerSession.connect(installation.owner())) {
            Map<String, Rows> counts = new Backup(owner, this::say).to(file.toAbsolutePath(), installation.seal());
            say(sum("Backed up", counts) + " to " + file);
        }
    }

    @Command(name = "restore", mixinStandardHelpOptions = true,
            description = "Brings a backup back into a new, empty database, compares it row by row, and refuses otherwise. Put the key file in its place first.")
    void restore(@Parameters(paramLabel = "FILE") Path file, @Option(names = "--practice", description = "into the practice database") boolean practice) throws SQLException {
        try (Installation installation = open(practice)) {
            Map<String, Rows> counts = new Restore(file.toAbsolutePath(), installation.seal(), this::say).into(installation.owner(), installation.app());
            say(sum("Restored and compared", counts) + " from " + file);
        }
    }

    @Command(name = "verify-backup", mixinStandardHelpOptions = true, description = "Reads a backup to its end and says whether it is whole and belongs to this key file. Changes nothing.")
    void verifyBackup(@Parameters(paramLabel = "FILE") Path file, @Option(names = "--practice", description = "a backup of the practice database") boolean practice) {
        try (Installation installation = open(practice)) {
            say(sum("Whole:", new Restore(file.toAbsolutePath(), installation.seal(), this::say).verify()));
        }
    }

    @Command(name = "export-organisation", mixinStandardHelpOptions = true, description = {
            "Writes what one organisation holds on one side of the wall into one encrypted zip of CSV files, with what every column means. The application may go on working.",
            "Where people live is never in it. It prints the passphrase once, and the organisation's privacy lead finds the export in the trail."})
    void exportOrganisation(@Parameters(paramLabel = "ORGANISATION", arity = "0..1", description = "its id or its whole name") @Nullable String organisation,
            @Option(names = "--side", paramLabel = "SIDE", description = "SUPPORT or CHANGE; there is no file with both") @Nullable Side side,
            @Option(names = "--to", paramLabel = "FILE", description = "a zip file that does not exist yet") @Nullable Path file,
            @Option(names = "--list", description = "the organisations there are") boolean list,
            @Option(names = "--practice", description = "the practice database") boolean practice) throws SQLException, IOException {
        if (!list && (organisation == null || side == null || file == null)) throw new ParameterException(spec.subcommands().get("export-organisation"), "Say which ORGANISATION, its --side and the file --to write (or --list)");
        try (Installation installation = open(practice); Connection owner = OwnerSession.connect(installation.owner())) {
            Export export = new Export(owner, installation.seal(), this::say);
            if (list) {
                for (Export.Organisation one : export.organisations()) say(one.id() + "  " + one.name());
                return;
            }
            String passphrase = ExportFile.passphrase();
            Map<String, Long> counts = export.to(file.toAbsolutePath(), organisation, side, passphrase);
            say(String.format("Exported %,d rows of %d tables to %s", counts.values().stream().mapToLong(Long::longValue).sum(), counts.size(), file));
            say("The passphrase, which is kept nowhere and not shown again:  " + passphrase);
            say("Send it by another way than the file. README.txt in the file says what is in it and what is not.");
        }
    }

    @Command(name = "check-database", mixinStandardHelpOptions = true, description = "Says whether the database answers, and whether its two roles are the right ones. Changes nothing.")
    void checkDatabase(@Option(names = "--practice", description = "the practice database") boolean practice) {
        try (Installation installation = open(practice)) {
            DatabaseAnswers.check("the application's role", installation.app(), true);
            DatabaseAnswers.check("the owner's role", installation.owner(), false);
            say("The database at " + installation.app() + " answers; " + installation.app().user() + " is bound by row security, " + installation.owner().user() + " owns the tables.");
        }
    }

    private Installation open(boolean practice) {
        return Installation.atHand(new StandardEnvironment(), practice);
    }

    private static String sum(String done, Map<String, Rows> counts) {
        return String.format("%s %,d rows of %d tables", done, counts.values().stream().mapToLong(Rows::count).sum(), counts.size());
    }

    private void say(String words) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(words);
        out.flush();
    }
}
