package org.alongside.standards;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.alongside.access.ActingTransaction;
import org.alongside.access.OrganisationId;
import org.alongside.access.Remembered;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The standards that anybody may read, kept in memory: those that come along with the software, and those that organisations loaded and showed to everybody. */
@Component
public class Standards extends Remembered<Standards.Known> {
    private final VersionRows rows;

    /** One version, as it is known. @param keeper the organisation that loaded it; null for what came along with the software */
    record One(Standard standard, List<Crosswalk> crosswalks, @Nullable OrganisationId keeper, @Nullable Instant shownAt, boolean away) {
        static One of(Version version) {
            return new One(version.standard(), version.file().crosswalks(), version.organisation(), version.shownAt(), version.state() == Version.State.AWAY);
        }
    }

    /** @param versions of each key, the newest first */
    record Known(Map<String, List<One>> versions, Map<String, Map<String, List<Beside>>> beside, Map<String, List<Crosswalk>> crosswalks) {}

    Standards(VersionRows rows, ActingTransaction acting) {
        super(acting, known(List.of()));
        this.rows = rows;
    }

    @Override
    protected String stamp() {
        return rows.stamp();
    }

    @Override
    protected Known read() {
        return known(rows.shown());
    }

    private static Known known(List<Version> loaded) {
        Map<String, List<One>> versions = new LinkedHashMap<>();
        Stream.concat(Shipped.standards().stream().map(one -> new One(one, Shipped.crosswalks().stream().filter(walk -> walk.from().equals(one.key())).toList(), null, null, false)), loaded.stream().map(One::of))
                .sorted(Comparator.comparing((One one) -> one.standard.publishedOn()).thenComparing(One::shownAt, Comparator.nullsFirst(Comparator.naturalOrder())).reversed()).forEach(one -> versions.computeIfAbsent(one.standard.key(), key -> new ArrayList<>()).add(one));
        Map<String, Map<String, List<Beside>>> beside = new LinkedHashMap<>();
        Map<String, List<Crosswalk>> crosswalks = new LinkedHashMap<>();
        for (List<One> all : versions.values()) {
            all.stream().filter(one -> !one.away).findFirst().ifPresent(newest -> newest.crosswalks.stream().filter(walk -> versions.getOrDefault(walk.to(), List.of()).stream().anyMatch(one -> !one.away)).forEach(walk -> {
                lay(walk, beside, crosswalks);
                lay(walk.turned(), beside, crosswalks);
            }));
        }
        return new Known(versions, beside, crosswalks);
    }

    private static void lay(Crosswalk walk, Map<String, Map<String, List<Beside>>> beside, Map<String, List<Crosswalk>> crosswalks) {
        crosswalks.computeIfAbsent(walk.from(), key -> new ArrayList<>()).add(walk);
        walk.lines().forEach(line -> {
            List<Beside> there = beside.computeIfAbsent(walk.from(), key -> new LinkedHashMap<>()).computeIfAbsent(line.from(), id -> new ArrayList<>());
            // Two standards that both say how they stand to each other are heard once, the first of them.
            if (there.stream().noneMatch(one -> one.key().equals(walk.to()) && one.statement().equals(line.to()))) there.add(new Beside(walk.to(), line.to(), line.relation(), line.why()));
        });
    }

    private Stream<One> shown(String key) {
        return known().versions.getOrDefault(key, List.of()).stream().filter(one -> !one.away);
    }

    /** The newest version of each that is shown to everybody, by title. */
    public List<Standard> all() {
        return known().versions.keySet().stream().flatMap(key -> one(key).stream()).sorted(Comparator.comparing(Standard::title)).toList();
    }

    /** As it is now. */
    public Optional<Standard> one(String key) {
        return shown(key).map(One::standard).findFirst();
    }

    /** As it was in this version; also one that has been replaced, or put away since. */
    public Optional<Standard> version(String key, String version) {
        return known().versions.getOrDefault(key, List.of()).stream().map(One::standard).filter(standard -> standard.version().equals(version)).findFirst();
    }

    /** What it was called in this version; its key where nobody knows any more. */
    public String title(String key, String version) {
        return version(key, version).map(Standard::title).orElse(key);
    }

    /** All versions that everybody may read, the newest first. */
    public List<Standard> versions(String key) {
        return shown(key).map(One::standard).toList();
    }

    /** The organisation that keeps what is shown under this key; empty for what came along with the software. */
    public Optional<OrganisationId> keeper(String key) {
        return known().versions.getOrDefault(key, List.of()).stream().map(One::keeper).filter(Objects::nonNull).findFirst();
    }

    /** For each statement of this standard that has any: the statements of others that stand beside it, and how ours stands to them. */
    public Map<String, List<Beside>> crosswalk(String key) {
        return known().beside.getOrDefault(key, Map.of());
    }

    /** What is said of this standard beside that other one; empty when nobody laid them side by side. */
    public Optional<Crosswalk> crosswalk(String key, String other) {
        return known().crosswalks.getOrDefault(key, List.of()).stream().filter(walk -> walk.to().equals(other)).findFirst();
    }

    /** The standards that were laid beside this one, by title. */
    public List<Standard> beside(String key) {
        return known().crosswalks.getOrDefault(key, List.of()).stream().map(Crosswalk::to).distinct().flatMap(other -> one(other).stream()).sorted(Comparator.comparing(Standard::title)).toList();
    }

    /** This version with what its keeper laid beside it, as a file for other programs. */
    public Optional<Oscal.File> file(String key, String version) {
        return known().versions.getOrDefault(key, List.of()).stream().filter(one -> one.standard.version().equals(version)).map(one -> new Oscal.File(one.standard, one.crosswalks)).findFirst();
    }
}
