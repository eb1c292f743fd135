package org.alongside.helpline;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.alongside.directory.Audience;
import org.alongside.directory.Listing;
import org.alongside.directory.OtherListings;
import org.alongside.directory.Welcome;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The helplines, read once from a file of ours: there with no database, no network and no visitor's name. */
@Component
public class Helplines implements OtherListings {

    private final List<Helpline> lines;

    public Helplines() {
        try (InputStream file = Helplines.class.getResourceAsStream("/helpline/lines.yml")) {
            List<Object> entries = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            lines = entries.stream().map(WrittenLine::read).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public List<Helpline> all() {
        return lines;
    }

    public SortedMap<Helpline.Group, List<Helpline>> byGroup() {
        return lines.stream().collect(groupingBy(Helpline::group, TreeMap::new, toList()));
    }

    /** Those that welcome people who worry about how they behave; the ones made for them stand first. */
    public List<Helpline> aboutOwnBehaviour() {
        return lines.stream().filter(line -> line.listing().parts().stream().anyMatch(part -> part.welcome(Audience.OWN_BEHAVIOUR) == Welcome.YES))
                .sorted(comparing(line -> line.group() != Helpline.Group.BEHAVIOUR)).toList();
    }

    public Optional<Helpline> line(String key) {
        return lines.stream().filter(line -> line.key().equals(key)).findFirst();
    }

    /** What stands above a page about this. */
    public Support support(Topic topic) {
        return new Support(topic, topic.lines().stream().flatMap(key -> line(key).stream()).toList());
    }

    @Override
    public List<Listing> listings() {
        return lines.stream().map(Helpline::listing).toList();
    }
}
