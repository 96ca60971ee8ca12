package org.claimtrail.source;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.claimtrail.account.Actor;
import org.claimtrail.support.NotFound;
import org.claimtrail.support.WebAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds and keeps sources; the same address, written in whatever way, is one source. */
@Service
public class Sources {

    private final SourceRepository sources;
    private final JdbcClient jdbc;
    private final Clock clock;

    Sources(SourceRepository sources, JdbcClient jdbc, Clock clock) {
        this.sources = sources;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The source at this address; a new one with these details where there is none yet.
     *
     * @throws org.claimtrail.support.InvalidWebAddress where it is no web address
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Source at(Actor actor, String typedAddress, SourceDetails details) {
        String address = WebAddress.normalize(typedAddress);
        jdbc.sql("""
                        insert into source (address, title, publisher, published_on, created_at, created_by)
                        values (:address, :title, :publisher, :publishedOn, :now, :by)
                        on conflict (address) do nothing
                        """)
                .param("address", address)
                .param("title", details.title())
                .param("publisher", details.publisher())
                .param("publishedOn", details.publishedOn())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("by", actor.id())
                .update();
        return sources.findByAddress(address).orElseThrow(() -> new NotFound("source", address));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Source find(long id) {
        return sources.findById(id).orElseThrow(() -> new NotFound("source", id));
    }
}
