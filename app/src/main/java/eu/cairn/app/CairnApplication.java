package eu.cairn.app;

import eu.cairn.app.demo.Demo;
import eu.cairn.app.demo.StoryClock;
import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The server: every page, endpoint and job of Cairn in one process. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@EnableScheduling
public class CairnApplication {

    /** The one clock; what happened is an instant in UTC. */
    @Bean
    Clock clock(Demo demo) {
        return demo.on() ? new StoryClock() : Clock.systemUTC();
    }
}
