package org.alongside.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BankHolidayTests {

    private static final Path GOVERNMENT_LIST = Path.of("../shared/data/calendar/uk-bank-holidays.json");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Map<String, Set<Nation>> DIVISIONS = Map.of(
            "england-and-wales", Set.of(Nation.ENGLAND, Nation.WALES),
            "scotland", Set.of(Nation.SCOTLAND),
            "northern-ireland", Set.of(Nation.NORTHERN_IRELAND));

    @Test
    void the_days_kept_equal_the_governments_list_for_every_nation_and_year(TestReporter reporter) throws IOException {
        if (Files.notExists(GOVERNMENT_LIST)) {
            reporter.publishEntry("NOT RUN", "bank holidays against the government's list: it is not beside this checkout");
            return;
        }
        JsonNode divisions = JsonMapper.shared().readTree(Files.readString(GOVERNMENT_LIST)).get("divisions");
        int compared = 0;
        for (Map.Entry<String, JsonNode> division : divisions.properties()) {
            for (Map.Entry<String, JsonNode> year : division.getValue().properties()) {
                if (!year.getKey().matches("\\d{4}")) {
                    continue;
                }
                Set<LocalDate> listed = new TreeSet<>();
                year.getValue().forEach(day -> listed.add(LocalDate.parse(day.get("date").asString(), DAY)));
                for (Nation nation : nations(division.getKey())) {
                    assertThat(new TreeSet<>(BankHolidays.of(nation, Integer.parseInt(year.getKey()))))
                            .as("%s %s", nation, year.getKey())
                            .isEqualTo(listed);
                    compared++;
                }
            }
        }
        assertThat(compared).isEqualTo(40);
    }

    private static Set<Nation> nations(String key) {
        return DIVISIONS.entrySet().stream()
                .filter(division -> key.contains(division.getKey()))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
