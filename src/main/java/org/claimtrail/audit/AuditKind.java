package org.claimtrail.audit;

import java.util.List;
import java.util.Locale;
import org.claimtrail.support.Coded;

/** What an action of the log is about, told by its code. The first kind that knows a word of the code has it. */
public enum AuditKind implements Coded {
    SIGNING_IN("signed_", "sign_in", "sign_out", "session", "passkey", "second_factor", "one_time", "recovery", "oidc"),
    REFUSALS("refused", "limited"),
    EXPORTS("export"),
    MODERATION("moderat", "flag", "appeal", "hid", "lock", "withdr"),
    SETTINGS("threshold", "scale", "setting", "desk_set_up", "required", "demanded"),
    JOBS("job", "mail", "backup", "restore", "checkpoint"),
    ACCOUNTS("join", "invit", "suspend", "reinstat", "password", "account", "role", "person", "email"),
    ARTICLES("import", "article");

    private final List<String> words;

    AuditKind(String... words) {
        this.words = List.of(words);
    }

    boolean has(String action) {
        String code = action.toLowerCase(Locale.ROOT);
        for (AuditKind kind : values()) {
            if (kind.words.stream().anyMatch(code::contains)) {
                return kind == this;
            }
        }
        return false;
    }
}
