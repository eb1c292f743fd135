package org.alongside.standards.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.alongside.shared.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** Text from a file that somebody chose. */
final class ChosenFile {
    private ChosenFile() {
    }

    /** Empty with a problem beside the field "file". */
    static Optional<String> text(@Nullable MultipartFile file, Problems problems) throws IOException {
        if (file == null || file.isEmpty()) {
            problems.add("file", "Choose a file that is not empty");
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.getBytes())).toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException notText) {
            problems.add("file", "This is not a text file in UTF-8. Save it again as plain text");
            return Optional.empty();
        }
    }
}
