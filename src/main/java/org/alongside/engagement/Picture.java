package org.alongside.engagement;

import java.util.UUID;
import org.alongside.files.FileType;

/** The picture of a post. @param width and height in dots @param alt what it shows, for whoever does not see it */
public record Picture(UUID id, FileType type, int width, int height, String alt) {
    /** Where everybody finds it while its post is shown. */
    public String path() {
        return "/have-your-say/pictures/" + id;
    }
}
