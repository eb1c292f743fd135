package org.alongside.directory.exchange.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alongside.directory.exchange.Imports;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** What is to be taken in, as typed. */
record ImportForm(@Nullable String source, @Nullable String name, @Nullable String licence, @Nullable String serves, @Nullable String publish) {
    static final ImportForm EMPTY = new ImportForm(null, null, null, null, null);

    Optional<Imports.Wanted> read(@Nullable MultipartFile file, Imports imports, Problems problems) {
        boolean hasFile = file != null && !file.isEmpty();
        String address = source == null || source.isBlank() ? null : source.strip();
        if (hasFile == (address != null)) problems.add("source", hasFile ? "Choose a file or enter an address, not both" : "Enter the address of a directory, or choose a file below");
        else if (address != null && !(address.matches("https://[^\\s/]+\\.[^\\s]+") && address.length() <= 1000)) problems.add("source", "Enter an address that begins with https://");
        List<String> areas = new ArrayList<>();
        for (String typed : serves == null ? new String[0] : serves.split("[;,\\n]")) {
            if (typed.isBlank()) continue;
            String area = imports.area(typed);
            if (area == null) problems.add("serves", "Enter towns, districts, nations or the first halves of postcodes: we do not know one of these");
            else areas.add(area);
        }
        if (name != null && name.strip().length() > 200) problems.add("name", "Enter a name of up to 200 characters");
        if (licence != null && licence.strip().length() > 200) problems.add("licence", "Enter up to 200 characters");
        if (!problems.isEmpty()) return Optional.empty();
        String from = address != null ? address : file == null || file.getOriginalFilename() == null || file.getOriginalFilename().isBlank() ? "A file" : Imports.feedOf(file.getOriginalFilename());
        return Optional.of(new Imports.Wanted(from, name == null || name.isBlank() ? Imports.feedOf(from) : name.strip(), licence == null || licence.isBlank() ? null : licence.strip(), areas, false, publish != null));
    }
}
