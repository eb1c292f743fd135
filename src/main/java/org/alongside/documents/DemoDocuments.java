package org.alongside.documents;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.alongside.access.Acting;
import org.alongside.access.Actor;
import org.alongside.access.DemoTown;
import org.alongside.casework.DemoCases;
import org.alongside.disclosure.Because;
import org.alongside.disclosure.Source;
import org.alongside.documents.Documents.NewDocument;
import org.alongside.organisations.DemoWorkers;
import org.alongside.shared.Times;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Two files of Sofia's: a photo of a door, of which the police have a copy, and messages she typed off. */
@Component
class DemoDocuments implements DemoTown {
    private final Documents documents;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoDocuments(Documents documents, TransactionTemplate transaction, Clock clock) {
        this.documents = documents;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public void plant() {
        Actor.Worker mina = DemoWorkers.at(MINA_SUPPORT_WORKER);
        UUID photo = UUID.randomUUID();
        Acting.as(mina, () -> transaction.executeWithoutResult(status -> {
            documents.add(DemoCases.SOFIA, new NewDocument(photo, DocumentKind.EVIDENCE, "Photo of the front door after he came", Source.THEMSELVES, Times.day(clock.instant()).minusDays(19)), "door.png", door(), mina);
            documents.add(DemoCases.SOFIA, new NewDocument(UUID.randomUUID(), DocumentKind.EVIDENCE, "Messages her cousin got, typed off", Source.OTHERS, Times.day(clock.instant()).minusDays(6)), "messages.txt",
                    "Monday evening: Tell her I know she moved.\nTuesday morning: She will have to talk to me.\n".getBytes(StandardCharsets.UTF_8), mina);
            documents.share(DemoCases.SOFIA, photo, UUID.randomUUID(), "The officer in the case, Westermouth police", Because.THEY_AGREED, mina);
        }));
    }

    private static byte[] door() {
        BufferedImage picture = new BufferedImage(480, 640, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        fill(pen, new Color(0xC9B8A3), 0, 0, 480, 640);
        fill(pen, new Color(0x2F5D62), 110, 60, 260, 560);
        fill(pen, new Color(0xE8E3DA), 150, 110, 180, 130);
        fill(pen, new Color(0xD9B24C), 330, 340, 18, 40);
        fill(pen, new Color(0x14292B), 300, 300, 60, 24);
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", png);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return png.toByteArray();
    }

    private static void fill(Graphics2D pen, Color colour, int x, int y, int width, int height) {
        pen.setColor(colour);
        pen.fillRect(x, y, width, height);
    }
}
