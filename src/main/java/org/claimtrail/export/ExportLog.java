package org.claimtrail.export;

import java.util.Map;
import java.util.TreeMap;
import org.claimtrail.account.Actor;
import org.claimtrail.audit.Audit;
import org.claimtrail.review.VerdictFilter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters each export in the audit log: who, with which filters, how many rows, at which head. */
@Component
class ExportLog {

    private final Audit audit;

    ExportLog(Audit audit) {
        this.audit = audit;
    }

    @Transactional
    public void enter(Actor actor, VerdictFilter filter, ExportProfile profile, VerdictExport.Written written) {
        Map<String, String> details = new TreeMap<>(filter.asQuery());
        details.put("profile", profile.code());
        details.put("rows", Long.toString(written.rows()));
        details.put("head", written.head());
        audit.record(actor.id(), actor.name(), "exported", "verdicts.csv", details);
    }

    /** An export of all corrections. */
    @Transactional
    public void enterCorrections(Actor actor, ExportProfile profile, VerdictExport.Written written) {
        Map<String, String> details =
                Map.of("profile", profile.code(), "rows", Long.toString(written.rows()), "head", written.head());
        audit.record(actor.id(), actor.name(), "exported", "corrections.csv", details);
    }

    /** An export that its reader broke off. */
    @Transactional
    public void enterBrokenOff(Actor actor, VerdictFilter filter, ExportProfile profile) {
        Map<String, String> details = new TreeMap<>(filter.asQuery());
        details.put("profile", profile.code());
        audit.record(actor.id(), actor.name(), "export_broken_off", "verdicts.csv", details);
    }
}
