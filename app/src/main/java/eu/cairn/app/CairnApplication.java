package eu.cairn.app;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The server: every page, endpoint and job of Cairn in one process. */
@SpringBootApplication(proxyBeanMethods = false)
@org.springframework.scheduling.annotation.EnableScheduling
@ConfigurationPropertiesScan
public class CairnApplication {

    /** The one clock; what happened is an instant in UTC. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
