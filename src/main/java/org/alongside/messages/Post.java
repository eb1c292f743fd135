package org.alongside.messages;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** The last step out of the house: one letter, one recipient, nothing on the outside that says what it is about. */
@Component
class Post {
    private final ObjectProvider<JavaMailSender> mail;
    private final MailSettings settings;

    Post(ObjectProvider<JavaMailSender> mail, MailSettings settings) {
        this.mail = mail;
        this.settings = settings;
    }

    /** Not in practice, and not from a demo that has no mail server. */
    boolean leavesTheHouse() {
        // Safety: practice never sends, whatever else is set.
        if (settings.practice()) return false;
        return !settings.demo() || mail.getIfAvailable() != null;
    }

    void send(String to, String subject, String body) {
        JavaMailSender sender = mail.getIfAvailable();
        if (sender == null) throw new MailSendException("no mail server is set up (spring.mail.host)");
        try {
            MimeMessage letter = sender.createMimeMessage();
            MimeMessageHelper helper = new MimeMessageHelper(letter, "UTF-8");
            helper.setFrom(settings.mailFrom(), settings.serviceName());
            helper.setTo(to);
            helper.setSubject(subject);
            helper.setText(body);
            letter.setHeader("Auto-Submitted", "auto-generated");
            sender.send(letter);
        } catch (MessagingException | UnsupportedEncodingException odd) {
            throw new MailPreparationException(odd);
        }
    }
}
