package org.alongside.directory.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

class NationalGridTests {
    private static final Path OUTCODES = Path.of("../shared/data/geo/uk-outcodes.csv");
    private final NationalGrid grid = new NationalGrid();

    /** The worked example of Ordnance Survey's guide is in its own datum, some hundred metres off; these are in WGS84, of places that everybody can look up. */
    @Test
    void known_points_lie_where_they_are() {
        // The Royal Observatory stands on the old meridian, 0.0015 degrees west of the new one.
        assertThat(grid.of(538884, 177322).longitude()).isCloseTo(-0.0015, within(0.0005));
        assertThat(grid.of(538884, 177322).latitude()).isCloseTo(51.4778, within(0.0005));
        // The summits of Ben Nevis and Snowdon.
        assertThat(grid.of(216666, 771288).latitude()).isCloseTo(56.7969, within(0.0005));
        assertThat(grid.of(216666, 771288).longitude()).isCloseTo(-5.0036, within(0.0005));
        assertThat(grid.of(260980, 354375).latitude()).isCloseTo(53.0685, within(0.0005));
        assertThat(grid.of(260980, 354375).longitude()).isCloseTo(-4.0763, within(0.0005));
    }

    @Test
    void it_agrees_with_a_table_that_has_both(TestReporter reporter) throws IOException {
        if (Files.notExists(OUTCODES)) {
            reporter.publishEntry("NOT RUN", "the grid against a table of outward codes: it is not beside this checkout");
            return;
        }
        List<String[]> lines = Files.readAllLines(OUTCODES).stream().skip(1).map(line -> line.replaceAll("\"[^\"]*\"", "x").split(",")).filter(cells -> List.of("ENG", "WLS", "SCT").contains(cells[8])).toList();
        List<String> apart = lines.stream().filter(cells -> {
            NationalGrid.Degrees degrees = grid.of(Double.parseDouble(cells[1]), Double.parseDouble(cells[2]));
            return Math.abs(degrees.latitude() - Double.parseDouble(cells[3])) > 0.002 || Math.abs(degrees.longitude() - Double.parseDouble(cells[4])) > 0.002;
        }).map(cells -> cells[0]).toList();

        assertThat(lines).hasSizeGreaterThan(2_700);
        // The one line of that table that contradicts itself.
        assertThat(apart).containsExactly("E20");
    }
}
