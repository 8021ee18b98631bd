package eu.cairn.app.verification;

import eu.cairn.app.credential.CredentialStore;
import eu.cairn.app.remote.CachedWeb;
import eu.cairn.app.remote.FetchRules;
import eu.cairn.app.remote.PublicWeb;
import eu.cairn.app.web.Installation;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the server finds what it is to verify, and what it fetches from strangers for it. */
@Configuration(proxyBeanMethods = false)
class Fetching {

    @Bean
    CachedWeb web(FetchRules rules, Clock clock) {
        return new CachedWeb(new PublicWeb(rules, clock), clock);
    }

    @Bean
    Submissions submissions(Installation installation, CredentialStore credentials, CachedWeb web) {
        return new Submissions(installation.baseUrl(), credentials::byShortCode, web);
    }

    @Bean
    BatchVerification batchVerification(Verifications verifications, Submissions submissions) {
        return new BatchVerification(verifications, submissions);
    }

    @Bean
    FetchedStatusLists fetchedStatusLists(CachedWeb web) {
        return new FetchedStatusLists(web);
    }
}
