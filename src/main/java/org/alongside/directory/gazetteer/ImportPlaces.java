package org.alongside.directory.gazetteer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.directory.Directory;
import org.alongside.operator.CannotStart;
import org.alongside.operator.HouseCommand;
import org.alongside.operator.Progress;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where outward codes lie, from a file that somebody publishes: newer and fuller than the table that comes with the software. */
@Command(name = "import-places", mixinStandardHelpOptions = true, description = {
        "Loads where postcodes lie, so that \"near me\" is right for new ones too. FILE is a table of outward codes, an ONS Postcode Directory or OS Code-Point Open, as CSV or as the zip it comes in.",
        "Of each postcode only the first half is read, and of all that share it only the middle is kept, to about a kilometre.",
        "It takes the place of what was loaded before, all of it or nothing; the application may go on working and knows it within seconds."})
public final class ImportPlaces extends HouseCommand {
    /** A file with fewer than nine tenths of what was loaded last is broken off, or another one than meant. */
    private static final double ENOUGH = 0.9;
    @Parameters(paramLabel = "FILE", description = "the table") Path file = Path.of("");
    @Option(names = "--dry-run", description = "only look, and say what would change") boolean dryRun;
    @Option(names = "--fewer", description = "take a file that holds far fewer outward codes than the last one") boolean fewer;

    @Override
    protected void check() throws IOException {
        try (PlacesFile places = PlacesFile.open(file)) {
            say(file + " is " + places.kind().words() + ".");
        }
    }

    @Override
    protected int run(ApplicationContext house) throws IOException {
        return load(house.getBean(LoadedPlaces.class));
    }

    int load(LoadedPlaces loaded) throws IOException {
        Gazetteer shipped = Gazetteer.shipped();
        PlacesFile.Kind kind;
        PlacesRead read;
        try (PlacesFile places = PlacesFile.open(file)) {
            kind = places.kind();
            Progress progress = progress("of the file read", places.bytes());
            progress.at(0);
            read = places.read(shipped, progress::at);
            progress.at(places.bytes());
        }
        say(read.inWords());
        for (PlacesRead.Wrong wrong : read.wrong()) say(String.format("%,8d x %s: line %s%s", wrong.lines(), wrong.why(), String.join(", ", wrong.where()), wrong.lines() > wrong.where().size() ? ", ..." : ""));
        if (read.isMostlyBroken()) throw new CannotStart("More than one line in a hundred is broken: this is not the file it seems to be. Nothing was changed");
        List<Outcode> outcodes = read.outcodes();
        if (outcodes.isEmpty()) throw new CannotStart("There is no outward code in it. Nothing was changed");
        List<Outcode> before = Acting.as(loads(), loaded::read);
        PlacesChange change = PlacesChange.of(kind, outcodes, shipped, before);
        change.inWords().forEach(this::say);
        if (dryRun) return done("This was a dry run: nothing was changed.");
        if (change.outcodes().equals(before)) return done("All of it is here already: nothing was changed.");
        if (!fewer && outcodes.size() < before.size() * ENOUGH) throw new CannotStart("It holds far fewer outward codes than the last one: is it whole? If so, say --fewer. Nothing was changed");
        Acting.as(loads(), () -> loaded.replace(kind, change.outcodes()));
        return done(String.format("Loaded: %,d outward codes. A running application knows them within seconds.", change.outcodes().size()));
    }

    static Actor loads() {
        return new Actor.Job(Directory.IMPORTED, LoadedPlaces.LOAD);
    }

    private int done(String words) {
        say(words);
        return 0;
    }
}
