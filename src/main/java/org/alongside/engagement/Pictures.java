package org.alongside.engagement;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import net.coobird.thumbnailator.Thumbnails;
import org.alongside.access.ActingTransaction;
import org.alongside.access.Actor;
import org.alongside.audit.AuditTrail;
import org.alongside.files.FileType;
import org.alongside.files.ForOthers;
import org.alongside.shared.NotFound;
import org.alongside.shared.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The pictures of posts: one each, drawn anew and no wider than a page, so that nothing hidden in them goes along. */
@Service
public class Pictures {
    /** Bytes, as it comes. */
    public static final int LARGEST = 10 * 1024 * 1024;
    /** Dots. */
    static final int WIDEST = 1280;
    private static final int REMEMBERED = 40;
    private final Posts posts;
    private final ActingTransaction acting;
    private final AuditTrail audit;
    private final JdbcClient sql;
    private final Map<UUID, Content> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Content> eldest) {
            return size() > REMEMBERED;
        }
    };

    Pictures(Posts posts, ActingTransaction acting, AuditTrail audit, JdbcClient sql) {
        this.posts = posts;
        this.acting = acting;
        this.audit = audit;
        this.sql = sql;
    }

    /** A picture as it goes to a browser. */
    public record Content(FileType type, byte[] bytes) {}

    /** Puts a picture to a post, in the place of the one there is, or says anew what that shows. RuleBroken where it is no photo or picture, or too large. @param file null to keep the one there is @param name asked by nobody, kept nowhere */
    @Transactional
    public void put(UUID post, byte @Nullable [] file, String name, String alt, Actor.Worker me) {
        Post its = posts.held(post, me);
        if (file == null && its.picture() == null) throw new RuleBroken("engagement.no-picture", "Choose a picture first.");
        if (file == null) sql.sql("update engagement.picture set alt = :alt where post_id = :post").param("alt", alt).param("post", post).update();
        else replace(post, file, name, alt);
        posts.touch(post);
        audit.changed("post", post, "picture put");
    }

    private void replace(UUID post, byte[] file, String name, String alt) {
        if (file.length > LARGEST) throw tooLarge();
        FileType type = FileType.of(file, name).filter(one -> one == FileType.JPEG || one == FileType.PNG).orElseThrow(() -> new RuleBroken("engagement.picture-kind", "Only photos and pictures are taken here: JPEG or PNG."));
        // Safety: where and when a photo was taken, and with which phone, stays with whoever took it.
        byte[] drawn = narrowed(type, ForOthers.copy(type, file));
        BufferedImage seen = read(drawn);
        sql.sql("delete from engagement.picture where post_id = :post").param("post", post).update();
        sql.sql("insert into engagement.picture (id, post_id, type, width, height, alt, content) values (:id, :post, :type, :width, :height, :alt, :content)").param("id", UUID.randomUUID()).param("post", post).param("type", type.name())
                .param("width", seen.getWidth()).param("height", seen.getHeight()).param("alt", alt).param("content", drawn).update();
    }

    @Transactional
    public void remove(UUID post, Actor.Worker me) {
        posts.held(post, me);
        if (sql.sql("delete from engagement.picture where post_id = :post").param("post", post).update() == 0) return;
        posts.touch(post);
        audit.changed("post", post, "picture removed");
    }

    /** As its writers see it, whether the post is shown or not. NotFound where there is none. */
    @Transactional(readOnly = true)
    public Content of(UUID post, Actor.Worker me) {
        me.mustBe(Posts.WRITE);
        return sql.sql("select type, content from engagement.picture where post_id = :post").param("post", post).query((row, number) -> new Content(FileType.valueOf(row.getString("type")), row.getBytes("content"))).optional().orElseThrow(() -> new NotFound("post", post));
    }

    /** As everybody sees it. The one who asks has made sure that its post is shown. */
    public Optional<Content> shown(UUID picture) {
        synchronized (remembered) {
            Content known = remembered.get(picture);
            if (known != null) return Optional.of(known);
        }
        Optional<Content> found = acting.as(new Actor.Public(), () -> sql.sql("select type, content from engagement.picture where id = :id").param("id", picture).query((row, number) -> new Content(FileType.valueOf(row.getString("type")), row.getBytes("content"))).optional());
        found.ifPresent(content -> {
            synchronized (remembered) {
                remembered.put(picture, content);
            }
        });
        return found;
    }

    public static RuleBroken tooLarge() {
        return new RuleBroken("engagement.picture-large", "This picture is larger than 10 MB. Make it smaller first.");
    }

    private static byte[] narrowed(FileType type, byte[] drawn) {
        BufferedImage seen = read(drawn);
        if (seen.getWidth() <= WIDEST) return drawn;
        try (ByteArrayOutputStream narrow = new ByteArrayOutputStream()) {
            Thumbnails.of(seen).width(WIDEST).outputFormat(type.ending()).outputQuality(0.82).toOutputStream(narrow);
            return narrow.toByteArray();
        } catch (IOException unreadable) {
            throw unreadable();
        }
    }

    private static BufferedImage read(byte[] picture) {
        try {
            BufferedImage seen = ImageIO.read(new ByteArrayInputStream(picture));
            if (seen == null) throw unreadable();
            return seen;
        } catch (IOException damaged) {
            throw unreadable();
        }
    }

    private static RuleBroken unreadable() {
        return new RuleBroken("engagement.picture-unreadable", "This picture cannot be read. Save it anew as JPEG or PNG.");
    }
}
