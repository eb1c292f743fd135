import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes out each line of the house that is marked Safety and is one statement ("if (...) throw ...;"), and runs the tests: some test must notice. One line of
 * each module goes at a time; a line that no test of its own module noticed goes once more, alone, before every test. The control is a run with nothing taken out: it must
 * pass. With modules named, only their lines go, and their own tests run first. Works on a copy. Run by bin/drill safety.
 */
class Safety {
    private static final Pattern ONE_STATEMENT = Pattern.compile("\\s*if \\(.*\\) \\S.*;");
    private static final Pattern FAILED = Pattern.compile("<testcase name=\"([^\"]*)\" classname=\"org\\.alongside\\.([a-z]+)[^\"]*\"[^>]*>\\s*<(?:failure|error)");
    /** Long, and about no line of ours. */
    private static final String EVERY = "*Tests,!ArchitectureDocumentsTests,!OpeningHoursOracleTests,!BackupTests,!EmbeddedDatabaseTests";

    private record Line(Path file, int number, String module) {
        @Override
        public String toString() {
            return file.toString().replaceFirst(".*/org/alongside/", "") + ":" + (number + 1);
        }
    }

    private final Path copy;
    private final Set<String> modules;

    public static void main(String[] arguments) throws Exception {
        Path copy = Files.createTempDirectory("alongside-safety").resolve("house");
        must(new ProcessBuilder("git", "clone", "-q", ".", copy.toString()));
        System.exit(new Safety(copy, Set.of(arguments)).run() ? 0 : 1);
    }

    Safety(Path copy, Set<String> modules) {
        this.copy = copy;
        this.modules = modules;
    }

    private boolean run() throws Exception {
        Map<String, List<Line>> lines = lines();
        if (!modules.isEmpty()) lines.keySet().retainAll(modules);
        String own = modules.isEmpty() ? EVERY : String.join(",", modules.stream().sorted().map(module -> "org/alongside/" + module + "/**/*Tests").toList());
        System.out.println(lines.values().stream().mapToInt(List::size).sum() + " safety lines that are one statement, in " + lines.size() + " modules. What is committed is looked at; each run takes a few minutes.");
        Set<String> control = failedWithout(List.of(), own);
        System.out.println("control, nothing taken out: " + (control.isEmpty() ? "every test passes" : "FAILS " + control));
        List<Line> unnoticed = new ArrayList<>(), again = new ArrayList<>();
        for (int round = 0; lines.values().stream().anyMatch(all -> !all.isEmpty()); round++) {
            List<Line> out = new ArrayList<>();
            lines.values().stream().filter(all -> !all.isEmpty()).forEach(all -> out.add(all.remove(0)));
            Set<String> failed = failedWithout(out, own);
            for (Line line : out) {
                boolean noticed = failed.stream().anyMatch(test -> test.startsWith(line.module + " "));
                System.out.println((noticed ? "noticed  " : "again    ") + line);
                if (!noticed) again.add(line);
            }
        }
        for (Line line : again) {
            Set<String> failed = failedWithout(List.of(line), EVERY);
            System.out.println((failed.isEmpty() ? "UNNOTICED " : "noticed  ") + line + failed.stream().findFirst().map(test -> " by " + test).orElse(""));
            if (failed.isEmpty()) unnoticed.add(line);
        }
        boolean passed = control.isEmpty() && unnoticed.isEmpty();
        System.out.println(passed ? "PASSED: a test notices the loss of each" : "FAILED: " + unnoticed.size() + " lines could be lost without a word");
        return passed;
    }

    private Map<String, List<Line>> lines() throws IOException {
        Map<String, List<Line>> lines = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(copy.resolve("src/main/java"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".java")).sorted().toList()) {
                List<String> text = Files.readAllLines(file);
                for (int i = 0; i < text.size(); i++) {
                    if (!text.get(i).contains("// Safety:")) continue;
                    int next = i + 1;
                    while (text.get(next).strip().startsWith("//")) next++;
                    String module = file.toString().replaceFirst(".*/org/alongside/([a-z]+)/.*", "$1");
                    if (ONE_STATEMENT.matcher(text.get(next)).matches()) lines.computeIfAbsent(module, any -> new ArrayList<>()).add(new Line(file, next, module));
                }
            }
        }
        return lines;
    }

    /** The tests that fail without these lines, as "module testName". */
    private Set<String> failedWithout(List<Line> out, String tests) throws Exception {
        for (Line line : out) {
            List<String> text = new ArrayList<>(Files.readAllLines(line.file));
            text.set(line.number, never(text.get(line.number)));
            Files.write(line.file, text);
        }
        Process maven = new ProcessBuilder("mvn", "-o", "-B", "-ntp", "-q", "clean", "test", "-Dmaven.test.failure.ignore=true", "-Dtest=" + tests).directory(copy.toFile())
                .redirectErrorStream(true).redirectOutput(copy.resolveSibling("tests.log").toFile()).start();
        maven.waitFor();
        Set<String> failed = new TreeSet<>();
        Path reports = copy.resolve("target/surefire-reports");
        if (!Files.isDirectory(reports)) throw new IllegalStateException("The tests did not run: see " + copy.resolveSibling("tests.log"));
        try (Stream<Path> files = Files.list(reports)) {
            for (Path report : files.filter(one -> one.toString().endsWith(".xml")).toList()) {
                Matcher one = FAILED.matcher(Files.readString(report));
                while (one.find()) failed.add(one.group(2) + " " + one.group(1));
            }
        }
        must(new ProcessBuilder("git", "checkout", "-q", ".").directory(copy.toFile()));
        return failed;
    }

    /** The same condition, which never holds: everything still compiles. */
    private static String never(String line) {
        int open = line.indexOf('('), depth = 0, close = open;
        do {
            depth += line.charAt(close) == '(' ? 1 : line.charAt(close) == ')' ? -1 : 0;
        } while (depth > 0 && ++close < line.length());
        return line.substring(0, open) + "(Boolean.getBoolean(\"never\") && " + line.substring(open, close + 1) + ")" + line.substring(close + 1);
    }

    private static void must(ProcessBuilder command) throws IOException, InterruptedException {
        if (command.inheritIO().start().waitFor() != 0) throw new IllegalStateException(String.join(" ", command.command()) + " failed");
    }
}
