package org.claimtrail.site;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import org.claimtrail.account.DeskUser;
import org.claimtrail.account.OwnSessions;
import org.claimtrail.account.SecondFactors;
import org.claimtrail.account.TurnedAway;
import org.claimtrail.support.DeskAddress;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** Who may request what, and what every answer's headers say. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "object-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'");

    private static final String[] STATIC = {"/css/**", "/js/**", "/webjars/**", "/favicon.svg"};
    private static final String[] PUBLIC_PAGES = {
        "/",
        "/verdicts",
        "/verdicts.csv",
        "/verdicts/*",
        "/verdicts/*/history",
        "/verdicts/*/proof",
        "/verdicts/*/proof.json",
        "/verdicts/*/revisions/*",
        "/verdicts/*/claimreview.jsonld",
        "/verdicts.atom",
        "/corrections",
        "/moderation-log",
        TurnedAway.PAGE,
        "/corrections.atom",
        "/corrections.csv",
        "/checkpoints",
        "/checkpoints/*/consistency/*",
        "/sign-in",
        "/setup/*",
        "/invitations/*",
        "/sign-in/code",
        "/sign-in/provider/callback",
        "/password/forgotten",
        "/password/reset/*"
    };

    @Bean
    SecurityFilterChain filters(
            HttpSecurity http,
            SignIn signIn,
            HalfWay halfWay,
            KeptRequests kept,
            SecondFactors factors,
            OwnSessions sessions,
            MetricsGuard metrics,
            DeskAddress address)
            throws Exception {
        http.authorizeHttpRequests(requests -> requests.requestMatchers(STATIC)
                .permitAll()
                .requestMatchers(GET, PUBLIC_PAGES)
                .permitAll()
                .requestMatchers(GET, "/actuator/health", "/actuator/health/**", "/error")
                .permitAll()
                .requestMatchers(
                        POST,
                        "/setup/*",
                        "/invitations/*",
                        "/verdicts/*/flags",
                        "/sign-in/code",
                        "/sign-in/passkey",
                        "/sign-in/passkey/options",
                        "/sign-in/provider",
                        "/password/forgotten",
                        "/password/reset/*",
                        TurnedAway.PAGE + "/appeal",
                        "/error")
                .permitAll()
                .requestMatchers(
                        "/accounts/**",
                        "/invitations/**",
                        "/moderation/**",
                        "/audit/**",
                        "/audit.csv",
                        "/jobs/**",
                        "/settings/**",
                        "/scales/**",
                        "/labels.jsonl")
                .hasRole("ADMIN")
                .requestMatchers("/claims/*/hiding", "/claims/*/lock", "/claims/*/withdrawal")
                .hasRole("ADMIN")
                .requestMatchers(GET, "/actuator/prometheus")
                .access(metrics)
                .requestMatchers("/actuator/**")
                .denyAll()
                .anyRequest()
                .hasRole("REVIEWER"));
        http.formLogin(form -> form.loginPage("/sign-in")
                .usernameParameter("email")
                .successHandler(signIn)
                .failureHandler(signIn)
                .withObjectPostProcessor(new ObjectPostProcessor<UsernamePasswordAuthenticationFilter>() {
                    @Override
                    public <O extends UsernamePasswordAuthenticationFilter> O postProcess(O filter) {
                        filter.setSecurityContextRepository(halfWay);
                        return filter;
                    }
                }));
        http.addFilterBefore(new Standing(factors, sessions), AnonymousAuthenticationFilter.class);
        http.addFilterBefore(signIn.throttle(), UsernamePasswordAuthenticationFilter.class);
        http.logout(out -> out.logoutUrl("/sign-out")
                .logoutSuccessUrl("/sign-in?out")
                .addLogoutHandler(signIn)
                .deleteCookies("SESSION"));
        http.csrf(csrf -> csrf.csrfTokenRepository(HttpsOnly.csrfCookie(address)));
        http.exceptionHandling(
                problems -> problems.authenticationEntryPoint(kept).accessDeniedHandler(kept));
        http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions ->
                        permissions.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()"))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN)));
        if (address.https()) {
            http.headers(headers -> headers.httpStrictTransportSecurity(
                    strict -> strict.requestMatcher(AnyRequestMatcher.INSTANCE).maxAgeInSeconds(HttpsOnly.YEAR)));
        }
        return http.build();
    }

    /** The password comes first: how an account stands is told to those alone who know it. */
    @Bean
    AuthenticationProvider passwordProvider(UserDetailsService users, PasswordEncoder passwords) {
        DaoAuthenticationProvider provider = new DaoAuthenticationProvider(users);
        provider.setPasswordEncoder(passwords);
        provider.setPreAuthenticationChecks(person -> {});
        provider.setPostAuthenticationChecks(person -> ((DeskUser) person).refuseSuspended());
        return provider;
    }

    /** Argon2id with the parameters that Spring Security 5.8 and later recommend. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    /** Before all that reads a form or keeps it. */
    @Bean
    FilterRegistrationBean<ConflictChoices> conflictChoicesFirst(ConflictChoices filter) {
        FilterRegistrationBean<ConflictChoices> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
        return registration;
    }

    @Bean
    FilterRegistrationBean<OutageFilter> outageFilterFirst(OutageFilter filter) {
        FilterRegistrationBean<OutageFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    /** Before the session is read, so that a flood costs one statement a request. */
    @Bean
    FilterRegistrationBean<LimitFilter> limitFilterSecond(LimitFilter filter) {
        FilterRegistrationBean<LimitFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 15);
        return registration;
    }
}
