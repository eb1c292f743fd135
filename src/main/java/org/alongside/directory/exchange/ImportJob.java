package org.alongside.directory.exchange;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.io.IOException;
import org.alongside.access.Jobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that takes in what an editor asked for. */
@Configuration
class ImportJob {
    private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);

    @Bean
    OneTimeTask<Void> importDirectory(Imports imports) {
        return Jobs.task(Imports.JOB, (organisation, run) -> {
            try {
                imports.work(run, done -> { });
            } catch (IOException | CannotRead stopped) {
                // Why it stopped stands on its page; an editor has it go on.
                LOG.info("Import {} stopped", run);
            }
        });
    }
}
