package org.claimtrail;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.claimtrail.account.Account;
import org.claimtrail.account.Accounts;
import org.claimtrail.account.Actor;
import org.claimtrail.account.NewAccount;
import org.claimtrail.account.Role;
import org.claimtrail.article.ArticleDetails;
import org.claimtrail.article.Articles;
import org.claimtrail.article.ObtainedBy;
import org.claimtrail.claim.Claims;
import org.claimtrail.claim.Kind;
import org.claimtrail.claim.Quote;
import org.claimtrail.claim.Wording;
import org.claimtrail.intake.Original;
import org.claimtrail.review.CorrectionKind;
import org.claimtrail.review.EvidenceBook;
import org.claimtrail.review.EvidenceText;
import org.claimtrail.review.Reviews;
import org.claimtrail.review.Stance;
import org.claimtrail.review.VerdictText;
import org.claimtrail.source.SourceDetails;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;

/** The people, articles and claims that tests tell their stories with. Every call makes new ones. */
@TestComponent
public class Cast {

    public static final String PASSWORD = "a quiet river at dawn";

    private final Accounts accounts;
    private final Articles articles;
    private final Claims claims;
    private final Reviews reviews;
    private final EvidenceBook evidence;
    private final UserDetailsService users;
    private final JdbcClient jdbc;

    Cast(
            Accounts accounts,
            Articles articles,
            Claims claims,
            Reviews reviews,
            EvidenceBook evidence,
            UserDetailsService users,
            JdbcClient jdbc) {
        this.accounts = accounts;
        this.articles = articles;
        this.claims = claims;
        this.reviews = reviews;
        this.evidence = evidence;
        this.users = users;
        this.jdbc = jdbc;
    }

    /** A person who works here: who acts, and who signs in. */
    public record Person(Actor actor, String email, UserDetails user) {}

    public Person admin() {
        return join("Desk Admin", Role.ADMIN);
    }

    public Person reviewer(String name) {
        return join(name, Role.REVIEWER);
    }

    private Person join(String name, Role role) {
        if (accounts.none()) {
            accounts.accept(accounts.renewSetup(), new NewAccount("first@desk.example", "First Admin", PASSWORD));
        }
        Actor first = jdbc.sql("select id from account order by id limit 1")
                .query((row, n) -> new Actor(row.getLong("id"), "First Admin", true))
                .single();
        String email = "p" + UUID.randomUUID() + "@desk.example";
        Account account = accounts.accept(accounts.invite(first, role), new NewAccount(email, name, PASSWORD));
        return new Person(account.actor(), email, users.loadUserByUsername(email));
    }

    /** An article with this text and a line that makes it the only one of its kind. */
    public long article(Actor actor, String text) {
        String unique = text + "\nLine " + letters(UUID.randomUUID()) + ".";
        ArticleDetails details =
                new ArticleDetails("Bridges of the river", "Town Mirror", "the desk", null, LocalDate.of(2024, 3, 2));
        Original original = Original.of(unique.getBytes(StandardCharsets.UTF_8), "text/plain;charset=UTF-8");
        return articles.take(actor, details, new Articles.Incoming(unique, "en", original, ObtainedBy.PASTE, null));
    }

    /** In letters, so that nobody takes it for a figure to check. */
    private static String letters(UUID id) {
        return id.toString()
                .replace("-", "")
                .chars()
                .mapToObj(hex -> String.valueOf((char) ('a' + Character.digit(hex, 16))))
                .collect(Collectors.joining());
    }

    /** A claim that somebody marked in a new article. */
    public long openClaim(Actor actor) {
        long article = article(actor, "The bridge opened in 1911 and cost 14,000 crowns.");
        return claims.mark(
                        actor, article, new Quote("cost 14,000 crowns", null, null), "The bridge cost 14,000 crowns.")
                .id();
    }

    public long claimInReview(Actor reviewer) {
        long claim = openClaim(reviewer);
        reviews.take(reviewer, claim);
        return claim;
    }

    /** A source that supports the claim. */
    public void attach(Actor actor, long claim, String address) {
        attach(actor, claim, address, null);
    }

    /** The same, with the reason that a public verdict demands. */
    public void attach(Actor actor, long claim, String address, @Nullable String reason) {
        evidence.attach(
                actor,
                claim,
                address,
                new SourceDetails("Protocol of the opening", "City archive", LocalDate.of(1911, 5, 1)),
                new EvidenceText(Stance.SUPPORTS, "The sum is 14,000 crowns.", ""),
                reason);
    }

    public long rating(String code) {
        return jdbc.sql("select id from rating where code = :code")
                .param("code", code)
                .query(Long.class)
                .single();
    }

    /** A claim whose verdict is public. */
    public long publishedClaim(Actor reviewer) {
        long claim = claimInReview(reviewer);
        attach(reviewer, claim, "https://archive.example/" + claim);
        reviews.draft(reviewer, claim, null, new VerdictText(rating("mostly_true"), "The archive holds the bill."));
        reviews.publish(reviewer, claim);
        return claim;
    }

    /** A correction of a public verdict; the wording stays. */
    public void correct(
            Actor reviewer, long claim, String rating, String explanation, CorrectionKind kind, String reason) {
        reviews.correct(
                reviewer,
                claim,
                revision(claim),
                new VerdictText(rating(rating), explanation),
                new Wording(stored("wording", claim), Kind.EVENT, null, null),
                kind,
                reason);
    }

    /** A column of the claim as it is stored, as text. */
    public String stored(String column, long claim) {
        return jdbc.sql("select " + column + "::text from claim where id = :id")
                .param("id", claim)
                .query(String.class)
                .single();
    }

    /** The number of the claim's newest revision: what a form that is opened now shows. */
    public int revision(long claim) {
        return jdbc.sql("select number from chain_head where claim_id = :id")
                .param("id", claim)
                .query(Integer.class)
                .single();
    }

    /** The actions in a claim's history, oldest first. */
    public List<String> actions(long claim) {
        return jdbc.sql("select action from revision where claim_id = :id order by number")
                .param("id", claim)
                .query(String.class)
                .list();
    }
}
