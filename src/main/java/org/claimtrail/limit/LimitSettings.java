package org.claimtrail.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often things may be done: so many times in a time, such as {@code 30 in 10m}, or {@code off}.
 *
 * @param requests pages of every kind, by one address
 * @param signIns attempts to sign in or to use a link that makes an account, by one address
 * @param passwordResets asking for a link to a new password, by one address
 * @param visitorActions what somebody without an account sends in, by one address
 * @param searches searches for words, by one account, or by one address without an account
 * @param imports articles brought in, by one account
 * @param exports files taken away, by one account, or by one address without an account
 * @param recordedRefusals refusals that the audit log takes down, of one account, or of one address without an account
 */
@ConfigurationProperties("claimtrail.limit")
record LimitSettings(
        @DefaultValue("900 in 1m") Rate requests,
        @DefaultValue("60 in 10m") Rate signIns,
        @DefaultValue("5 in 1h") Rate passwordResets,
        @DefaultValue("10 in 10m") Rate visitorActions,
        @DefaultValue("60 in 1m") Rate searches,
        @DefaultValue("60 in 10m") Rate imports,
        @DefaultValue("20 in 10m") Rate exports,
        @DefaultValue("20 in 10m") Rate recordedRefusals) {

    Rate rate(Limit limit) {
        return switch (limit) {
            case REQUESTS -> requests;
            case SIGN_INS -> signIns;
            case PASSWORD_RESETS -> passwordResets;
            case VISITOR_ACTIONS -> visitorActions;
            case SEARCHES -> searches;
            case IMPORTS -> imports;
            case EXPORTS -> exports;
            case RECORDED_REFUSALS -> recordedRefusals;
        };
    }
}
