package org.alongside.messages;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import org.alongside.access.Jobs;
import org.alongside.ui.DeskLink;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MailSettings.class, TextSettings.class})
class MessagesSettings {
    @Bean
    CustomTask<Void> sendMessageTask(Sender sender) {
        return Jobs.repeating(Messages.SEND, sender::send);
    }

    @Bean
    DeskLink messagesLink() {
        return new DeskLink(80, "/desk/messages", "Messages", "DUTY", "MANAGER");
    }
}
