package eu.cairn.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import java.util.ArrayList;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class CommandLoggingTest {

    @Test
    void standardOutputIsTheAnswerAlone() {
        var found =
                ServiceLoader.load(Configurator.class).stream().map(ServiceLoader.Provider::get);
        var ours = found.filter(CommandLogging.class::isInstance).findFirst().orElseThrow();
        var context = new LoggerContext();
        ours.setContext(context);

        ours.configure(context);

        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        var appenders = new ArrayList<Appender<ILoggingEvent>>();
        root.iteratorForAppenders().forEachRemaining(appenders::add);
        assertThat(root.getLevel()).isEqualTo(Level.WARN);
        assertThat(appenders)
                .singleElement()
                .satisfies(
                        appender ->
                                assertThat(((ConsoleAppender<ILoggingEvent>) appender).getTarget())
                                        .isEqualTo("System.err"));
    }
}
