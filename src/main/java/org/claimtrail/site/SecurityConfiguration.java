package org.claimtrail.site;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may request what, and what every answer's headers say. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
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
        "/verdicts/*/revisions/*",
        "/verdicts/*/claimreview.jsonld",
        "/verdicts.atom",
        "/corrections",
        "/corrections.atom",
        "/corrections.csv",
        "/sign-in",
        "/setup/*",
        "/invitations/*"
    };

    @Bean
    SecurityFilterChain filters(HttpSecurity http, SignIn signIn, KeptRequests kept) throws Exception {
        http.authorizeHttpRequests(requests -> requests.requestMatchers(STATIC)
                .permitAll()
                .requestMatchers(GET, PUBLIC_PAGES)
                .permitAll()
                .requestMatchers(GET, "/actuator/health", "/actuator/health/**", "/error")
                .permitAll()
                .requestMatchers(POST, "/setup/*", "/invitations/*", "/verdicts/*/flags", "/error")
                .permitAll()
                .requestMatchers(
                        "/accounts/**",
                        "/invitations/**",
                        "/moderation/**",
                        "/flags/**",
                        "/audit/**",
                        "/settings/**",
                        "/scales/**",
                        "/labels.jsonl")
                .hasRole("ADMIN")
                .requestMatchers("/claims/*/hiding", "/claims/*/lock", "/claims/*/withdrawal")
                .hasRole("ADMIN")
                .requestMatchers("/actuator/**")
                .denyAll()
                .anyRequest()
                .hasRole("REVIEWER"));
        http.formLogin(form -> form.loginPage("/sign-in")
                .usernameParameter("email")
                .successHandler(signIn)
                .failureHandler(signIn));
        http.addFilterBefore(signIn.throttle(), UsernamePasswordAuthenticationFilter.class);
        http.logout(out -> out.logoutUrl("/sign-out")
                .logoutSuccessUrl("/sign-in?out")
                .addLogoutHandler(signIn)
                .deleteCookies("SESSION"));
        http.csrf(csrf -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository()));
        http.exceptionHandling(
                problems -> problems.authenticationEntryPoint(kept).accessDeniedHandler(kept));
        http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions ->
                        permissions.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()")));
        return http.build();
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
}
