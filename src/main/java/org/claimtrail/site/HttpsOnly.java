package org.claimtrail.site;

import org.claimtrail.support.DeskAddress;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

/**
 * What cookies of a desk say whose configured address is an HTTPS one: for HTTPS alone, and for this host alone, by the
 * prefix {@code __Host-}, which browsers take from no other host and from no plain HTTP. A desk without such an address
 * may be reached by plain HTTP, where no browser keeps such a cookie.
 */
@Configuration(proxyBeanMethods = false)
class HttpsOnly {

    static final long YEAR = 365L * 24 * 60 * 60;

    private static final String PREFIX = "__Host-";

    @Bean
    DefaultCookieSerializerCustomizer sessionCookie(DeskAddress address) {
        return cookie -> {
            if (address.https()) {
                cookie.setCookieName(PREFIX + "SESSION");
                cookie.setUseSecureCookie(true);
                cookie.setCookiePath("/");
            }
        };
    }

    /** The token of forms, in a cookie, so that a form outlives the session it was opened in. */
    static CookieCsrfTokenRepository csrfCookie(DeskAddress address) {
        CookieCsrfTokenRepository repository = new CookieCsrfTokenRepository();
        repository.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        if (address.https()) {
            repository.setCookieName(PREFIX + "XSRF-TOKEN");
            repository.setCookiePath("/");
            repository.setCookieCustomizer(cookie -> cookie.sameSite("Lax").secure(true));
        }
        return repository;
    }
}
