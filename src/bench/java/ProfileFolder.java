import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** What a closed browser wrote on the disk, read byte by byte: words in UTF-8 and UTF-16, also unpacked where it was pressed with gzip. */
class ProfileFolder {
    private static final String PRESSED = "\u001f\u008b\b";
    private static final Pattern STORES = Pattern.compile(".*(Local Storage|Session Storage|IndexedDB|Service Worker|WebStorage|File System|databases).*");

    /** "file: marker" for each marker in each file. */
    final Set<String> markers = new TreeSet<>();
    /** Of the pages that were visited, in any file. */
    final Set<String> addresses = new TreeSet<>();
    /** Files in which the browser stores values for pages, and which name the site. */
    final Set<String> stores = new TreeSet<>();
    int files;

    ProfileFolder(Path folder, String site, Set<String> words, Set<String> visited) throws IOException {
        String host = site.replaceFirst("https?://", "");
        try (Stream<Path> all = Files.walk(folder).filter(Files::isRegularFile)) {
            all.forEach(file -> {
                files++;
                String name = folder.relativize(file).toString();
                for (String text : texts(read(file))) {
                    String low = small(text);
                    for (String word : words) if (low.contains(bytes(word, StandardCharsets.UTF_8)) || low.contains(bytes(word, StandardCharsets.UTF_16LE))) markers.add(name + ": " + word);
                    for (String address : visited) if (low.contains(bytes(address, StandardCharsets.UTF_8)) || low.contains(bytes(address, StandardCharsets.UTF_16LE))) addresses.add(address.substring(site.length()));
                    if (STORES.matcher(name).matches() && (low.contains(host) || name.contains(host.replace(':', '_')))) stores.add(name);
                }
            });
        }
    }

    /** A text as its bytes, one letter for each, as files are read here. */
    private static String bytes(String text, Charset as) {
        return small(new String(text.getBytes(as), StandardCharsets.ISO_8859_1));
    }

    /** The letters A to Z as a to z, every other byte as it is: otherwise bytes of longer letters would change. */
    private static String small(String bytes) {
        StringBuilder small = new StringBuilder(bytes);
        for (int i = 0; i < small.length(); i++) if (small.charAt(i) >= 'A' && small.charAt(i) <= 'Z') small.setCharAt(i, (char) (small.charAt(i) + 32));
        return small.toString();
    }

    private static List<String> texts(String bytes) {
        List<String> texts = new ArrayList<>(List.of(bytes));
        for (int at = bytes.indexOf(PRESSED); at >= 0; at = bytes.indexOf(PRESSED, at + 1)) texts.add(unpacked(bytes.substring(at)));
        return texts;
    }

    private static String unpacked(String bytes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (GZIPInputStream pressed = new GZIPInputStream(new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1)))) {
            for (int one = pressed.read(); one >= 0; one = pressed.read()) all.write(one);
        } catch (IOException endOrNotPressed) {
            // What was read until then counts.
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
