package org.claimtrail.dashboard.web;

import org.claimtrail.agreement.Interval;
import org.claimtrail.agreement.ScaleAgreement;
import org.claimtrail.figure.Figures;
import org.jspecify.annotations.Nullable;

/**
 * The agreement of a scale's version in one line: alpha over all labels, with what it is counted over.
 *
 * @param low null where there is no interval
 */
record AgreementLine(
        ScaleAgreement.Scale scale,
        int pairs,
        String agreed,
        String alpha,
        @Nullable String low,
        @Nullable String high) {

    static AgreementLine of(ScaleAgreement agreement) {
        Interval interval = agreement.nominal().interval();
        return new AgreementLine(
                agreement.scale(),
                agreement.pairs(),
                Figures.percent(agreement.matrix().agreed(), agreement.pairs()),
                Figures.coefficient(agreement.nominal().alpha().value()),
                interval == null ? null : Figures.coefficient(interval.low()),
                interval == null ? null : Figures.coefficient(interval.high()));
    }
}
