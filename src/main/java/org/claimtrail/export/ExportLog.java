package org.claimtrail.export;

import java.util.Map;
import java.util.TreeMap;
import org.claimtrail.account.Actor;
import org.claimtrail.audit.Audit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters each export in the audit log: who, with which filters, how many rows, at which head. */
@Component
class ExportLog {

    private final Audit audit;

    ExportLog(Audit audit) {
        this.audit = audit;
    }

    /** @param filters as an address has them */
    @Transactional
    public void enter(
            Actor actor,
            String file,
            Map<String, String> filters,
            ExportProfile profile,
            VerdictExport.Written written) {
        Map<String, String> details = details(filters, profile);
        details.put("rows", Long.toString(written.rows()));
        details.put("head", written.head());
        audit.record(actor.id(), actor.name(), "exported", file, details);
    }

    /** An export that its reader broke off. */
    @Transactional
    public void enterBrokenOff(Actor actor, String file, Map<String, String> filters, ExportProfile profile) {
        audit.record(actor.id(), actor.name(), "export_broken_off", file, details(filters, profile));
    }

    private static Map<String, String> details(Map<String, String> filters, ExportProfile profile) {
        Map<String, String> details = new TreeMap<>(filters);
        details.put("profile", profile.code());
        return details;
    }
}
