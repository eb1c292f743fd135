package org.alongside.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.alongside.shared.KeyFile;
import org.alongside.shared.Seal;
import org.springframework.core.env.PropertyResolver;

/**
 * One installation of Alongside: its keys and its database. With DATABASE_URL it is that one (and DATABASE_OWNER_URL for migrations);
 * without, the one kept in the data folder.
 */
record Installation(Seal seal, DatabaseUrl app, DatabaseUrl owner, Runnable leave) implements AutoCloseable {
    /** The two databases made in a data folder: one for real work, one for training. */
    private static final String LIVE = "alongside", PRACTICE = "alongside_practice";

    /** For the application: it has its data folder to itself, and makes keys when there is nothing yet. */
    static Installation toRun(PropertyResolver settings, boolean practice) {
        return isNamed(settings) ? named(settings, practice, true) : own(settings, practice, true);
    }

    /** For a command: beside a running application too; the keys must be there. */
    static Installation atHand(PropertyResolver settings, boolean practice) {
        return isNamed(settings) ? named(settings, practice, false) : own(settings, practice, false);
    }

    private static boolean isNamed(PropertyResolver settings) {
        return !settings.getProperty("DATABASE_URL", "").isBlank();
    }

    private static Installation named(PropertyResolver settings, boolean practice, boolean first) {
        DatabaseUrl app = DatabaseUrl.read("DATABASE_URL", settings.getProperty("DATABASE_URL", ""));
        String ownerNamed = settings.getProperty("DATABASE_OWNER_URL", "");
        if (ownerNamed.isBlank()) throw new CannotStart("DATABASE_URL is set, so DATABASE_OWNER_URL must be too: the role that owns the tables (docs/running.md)");
        DatabaseUrl owner = DatabaseUrl.read("DATABASE_OWNER_URL", ownerNamed);
        if (app.user().equals(owner.user())) {
            throw new CannotStart("DATABASE_URL and DATABASE_OWNER_URL name the same role: the application must not own its tables (docs/running.md)");
        }
        DatabaseAnswers.check("DATABASE_URL", app, true);
        boolean begun = DatabaseAnswers.check("DATABASE_OWNER_URL", owner, false);
        return new Installation(new Seal(keys(settings, folder(settings, practice), first && !begun)), app, owner, () -> {});
    }

    private static Installation own(PropertyResolver settings, boolean practice, boolean first) {
        DataFolder data = folder(settings, practice);
        boolean ours = data.take();
        if (!ours && first) throw new CannotStart("Another Alongside is running on " + data.path() + ": stop it first, or name another folder with ALONGSIDE_DATA");
        Seal seal = new Seal(keys(settings, data, first && !data.holdsDatabase()));
        EmbeddedDatabase database = ours ? EmbeddedDatabase.start(data.database(), seal, Map.of())
                : EmbeddedDatabase.runningElsewhere(data.database(), seal).orElseThrow(() -> new CannotStart("Another program is busy with " + data.path() + ": try again when it has finished"));
        String name = practice ? PRACTICE : LIVE;
        return new Installation(seal, database.app(name), database.owner(name), database::close);
    }

    private static DataFolder folder(PropertyResolver settings, boolean practice) {
        return DataFolder.at(Path.of(settings.getProperty("ALONGSIDE_DATA", practice ? ".data-practice" : ".data")).toAbsolutePath().normalize());
    }

    private static KeyFile keys(PropertyResolver settings, DataFolder data, boolean mayMake) {
        String named = settings.getProperty("ALONGSIDE_KEY_FILE", "");
        Path file = named.isBlank() ? data.keyFile() : Path.of(named).toAbsolutePath();
        try {
            if (Files.exists(file)) return KeyFile.read(file);
            // Safety: new keys beside old data would make every sealed address and note unreadable without a word.
            if (!mayMake) throw new CannotStart("The key file " + file + " is missing: put back the one that belongs to this data (docs/running.md)");
            Files.createDirectories(file.getParent());
            return KeyFile.create(file);
        } catch (IOException unreadable) {
            throw new CannotStart("The key file " + file + " cannot be used: " + Reasons.of(unreadable));
        }
    }

    @Override
    public void close() {
        leave.run();
    }
}
