package org.alongside.directory.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.directory.EntryRows;
import org.alongside.directory.Kept;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/** Everything public, whole, for another directory: as JSON, one service a line, or tables. */
@Component
class Exports {
    enum Form {
        JSON, NDJSON, ZIP
    }

    private final EntryRows rows;
    private final Exact exact;
    private final TransactionTemplate transaction;

    Exports(EntryRows rows, Exact exact, TransactionTemplate transaction) {
        this.rows = rows;
        this.exact = exact;
        this.transaction = transaction;
    }

    // Safety: it is read as anybody, so nothing comes out that anybody could not see.
    List<Kept> published() {
        return Acting.as(new Actor.Public(), () -> transaction.execute(status -> rows.read("s.published", List.of()).sorted(Comparator.comparing(kept -> kept.entry().id())).toList()));
    }

    void write(List<Kept> services, Form form, OutputStream out) throws IOException {
        Iterator<ObjectNode> written = services.stream().map(kept -> exact.written(new Whole(kept.entry(), kept.offeredBy()), kept)).iterator();
        if (form == Form.ZIP) {
            DataPackageFile.write(written, out);
            return;
        }
        try (Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            if (form == Form.JSON) text.write("[");
            for (int at = 0; written.hasNext(); at++) {
                if (at > 0 && form == Form.JSON) text.write(",");
                text.write(form == Form.JSON ? "\n" : "");
                text.write(written.next().toString());
                if (form == Form.NDJSON) text.write("\n");
            }
            if (form == Form.JSON) text.write("\n]\n");
        }
    }
}
