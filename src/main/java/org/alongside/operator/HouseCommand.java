package org.alongside.operator;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A command of {@code bin/alongside} that needs the rooms of the house and not only its database: it gets the whole application, started beside one that may be
 * running. A room offers its own in META-INF/services.
 */
public abstract class HouseCommand implements Callable<Integer> {
    /** Jobs are for the application that serves people; this one only opens the rooms, and its door leads nowhere but to this machine. */
    private static final List<String> QUIETLY = List.of("--db-scheduler.enabled=false", "--server.port=0", "--server.address=127.0.0.1", "--management.server.port=0", "--alongside.demo=false", "--alongside.bank-holidays=", "--logging.level.root=ERROR");

    @Spec CommandSpec spec;
    @Option(names = "--practice", description = "the practice database") boolean practice;

    /** @return the exit status: 0 done, 1 not done and why */
    protected abstract int run(ApplicationContext house) throws Exception;

    /** Looks at what was asked before anything is opened. @throws CannotStart with what is wrong */
    protected void check() throws Exception {
    }

    @Override
    public Integer call() throws Exception {
        check();
        try (Installation installation = Installation.atHand(new StandardEnvironment(), practice); ConfigurableApplicationContext house = open(installation)) {
            return run(house);
        }
    }

    private ConfigurableApplicationContext open(Installation installation) {
        SpringApplication application = new SpringApplication();
        application.setSources(Set.of("org.alongside.Alongside"));
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("seal", installation.seal());
            HouseSettings.use(context.getEnvironment(), installation.app(), installation.owner());
        });
        System.clearProperty("logback.configurationFile");
        return application.run(Stream.concat(QUIETLY.stream(), Stream.of("--alongside.practice=" + practice)).toArray(String[]::new));
    }

    protected final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** @param all how much there is to do */
    protected final Progress progress(String work, long all) {
        return new Progress(out(), CommandLine.Help.Ansi.AUTO.enabled(), work, all);
    }

    protected final void say(String words) {
        out().println(words);
        out().flush();
    }
}
