package org.claimtrail.kept;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.claimtrail.account.Actor;
import org.claimtrail.support.Refused;
import org.claimtrail.support.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what is typed until it is saved: for each account the {@value #MAX_KEPT} newest texts, none older than
 * {@value #MAX_DAYS} days. Everybody reads their own only.
 */
@Service
public class KeptTexts {

    static final int MAX_KEPT = 200;
    static final int MAX_DAYS = 30;
    static final int MAX_CODE_POINTS = 20_000;

    private static final Pattern KEY = Pattern.compile("[a-z0-9-]{1,100}");
    private static final Pattern KEYS = Pattern.compile("[a-z0-9-]{1,100}\\*?");
    private static final Pattern WINDOW = Pattern.compile("[a-z0-9]{1,40}");

    private final JdbcClient jdbc;
    private final Clock clock;

    KeptTexts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps a text in place of what was kept under its key.
     *
     * @throws Refused where it is too long, cannot be stored, or its key or window has another form
     */
    @Transactional
    public void keep(Actor writer, String key, String value, @Nullable Integer base, String typedIn) {
        boolean fits = value.codePointCount(0, value.length()) <= MAX_CODE_POINTS && !Texts.unstorable(value);
        if (!fits || !KEY.matcher(key).matches() || !WINDOW.matcher(typedIn).matches()) {
            throw new Refused("kept-text.refused");
        }
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into kept_text (account_id, key, value, base, typed_in, saved_at)
                        values (:account, :key, :value, :base, :typedIn, :now)
                        on conflict (account_id, key) do update set value = excluded.value, base = excluded.base,
                            typed_in = excluded.typed_in, saved_at = excluded.saved_at
                        """)
                .param("account", writer.accountId())
                .param("key", key)
                .param("value", value)
                .param("base", base)
                .param("typedIn", typedIn)
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                        delete from kept_text where saved_at < :oldest or (account_id = :account and key in
                            (select key from kept_text where account_id = :account
                             order by saved_at desc, key offset :most))
                        """)
                .param("oldest", OffsetDateTime.ofInstant(now.minus(Duration.ofDays(MAX_DAYS)), ZoneOffset.UTC))
                .param("account", writer.accountId())
                .param("most", MAX_KEPT)
                .update();
    }

    /**
     * The writer's own texts under these keys.
     *
     * @param keys whole keys, or beginnings that end with {@code *}
     */
    @Transactional(readOnly = true)
    public List<KeptText> find(Actor writer, Collection<String> keys) {
        Instant now = clock.instant();
        return jdbc.sql(
                        "select * from kept_text where account_id = :account and key like any (string_to_array(:patterns, ' ')) order by key")
                .param("account", writer.accountId())
                .param(
                        "patterns",
                        keys.stream()
                                .filter(key -> KEYS.matcher(key).matches())
                                .map(key -> key.replace('*', '%'))
                                .collect(Collectors.joining(" ")))
                .query((row, n) -> new KeptText(
                        row.getString("key"),
                        row.getString("value"),
                        row.getObject("base", Integer.class),
                        row.getString("typed_in"),
                        Duration.between(
                                row.getObject("saved_at", OffsetDateTime.class).toInstant(), now)))
                .list();
    }

    /**
     * Forgets what is saved now: what was typed in the window that sent the form, and what is the same as was sent. What
     * another window typed under the same keys stays.
     *
     * @param keys as in {@link #find}
     * @param sent the values of the form
     */
    @Transactional
    public void forgetSaved(Actor writer, Collection<String> keys, @Nullable String typedIn, Collection<String> sent) {
        for (KeptText kept : find(writer, keys)) {
            boolean saved = kept.typedIn().equals(typedIn)
                    || sent.stream().map(Texts::lines).anyMatch(Texts.lines(kept.value())::equals);
            if (saved) {
                forget(writer, kept.key(), kept.typedIn());
            }
        }
    }

    /** Forgets the text under this key, if it was typed in this window; in whatever window where that is null. */
    @Transactional
    public void forget(Actor writer, String key, @Nullable String typedIn) {
        jdbc.sql("delete from kept_text where account_id = :account and key = :key"
                        + " and (cast(:typedIn as text) is null or typed_in = :typedIn)")
                .param("account", writer.accountId())
                .param("key", key)
                .param("typedIn", typedIn)
                .update();
    }
}
