package org.claimtrail.proof;

import java.util.List;
import org.claimtrail.history.Hash;
import org.claimtrail.history.Netstrings;

/**
 * What a checkpoint says of the articles and of people who were erased, which lie outside the chains of the claims. Each
 * checkpoint names the articles that are new or changed since the one before, by number, each with its version and a
 * digest, and then the erasures that are new, each with a digest; its {@code outside} is SHA-256 over the {@code outside}
 * before (hex), for each of the articles number, version and digest (hex), and for each of the erasures the word
 * {@code erasure}, number and digest, as netstrings. Where nothing is new it is that of the checkpoint before; before the
 * first checkpoint it is 32 zero bytes.
 */
final class Outside {

    /** The place of an erasure e in a checkpoint. */
    static final String LOGGED_ERASURE = "select 1 from checkpoint_erasure c where c.number = e.number";

    private Outside() {}

    /** An article as a checkpoint found it. */
    record Article(long id, int version, Hash digest) {}

    /** An erasure as a checkpoint found it. */
    record Erased(int number, Hash digest) {}

    /** What is new outside the chains at a checkpoint. */
    record Changes(List<Article> articles, List<Erased> erased) {

        static final Changes NONE = new Changes(List.of(), List.of());

        boolean none() {
            return articles.isEmpty() && erased.isEmpty();
        }
    }

    static Hash after(Hash before, Changes changes) {
        if (changes.none()) {
            return before;
        }
        Netstrings fields = new Netstrings().add(before.hex());
        changes.articles()
                .forEach(article -> fields.add(Long.toString(article.id()))
                        .add(Integer.toString(article.version()))
                        .add(article.digest().hex()));
        changes.erased()
                .forEach(one -> fields.add("erasure")
                        .add(Integer.toString(one.number()))
                        .add(one.digest().hex()));
        return new Hash(fields.sha256());
    }

    /** Reads {@code id, version, digest} of articles a as they are stored; a condition on a may follow. */
    static String stored() {
        return digests("r.text_sha256", "r.original_sha256");
    }

    /** The same, with the hashes of texts and originals computed from these. */
    static String recomputed() {
        return digests("encode(sha256(convert_to(r.text, 'UTF8')), 'hex')", "encode(sha256(r.original), 'hex')");
    }

    /** Reads {@code number, digest} of erasures e; a condition on e may follow. */
    static String erasures() {
        return "select e.number, sha256(convert_to(" + netstring("e.number::text") + " || "
                + netstring("e.account_id::text")
                + " || " + netstring("e.erased_by::text") + " || " + netstring("e.reason") + " || "
                + netstring("to_char(e.at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                + ", 'UTF8')) as digest from erasure e ";
    }

    private static String digests(String text, String original) {
        String details = netstring("a.id::text")
                + " || " + netstring("a.version::text")
                + " || " + netstring("a.title")
                + " || " + netstring("a.publisher")
                + " || " + netstring("a.author")
                + " || " + netstring("a.address")
                + " || " + netstring("to_char(a.published_on, 'YYYY-MM-DD')")
                + " || " + netstring("a.language");
        String texts = netstring("r.number::text") + " || " + netstring(text) + " || " + netstring(original);
        return "select a.id, a.version, sha256(convert_to(" + details
                + " || coalesce((select string_agg(" + texts + ", '' order by r.number)"
                + " from article_revision r where r.article_id = a.id), ''), 'UTF8')) as digest from article a ";
    }

    private static String netstring(String text) {
        return "coalesce(octet_length(convert_to(" + text + ", 'UTF8')) || ':' || " + text + " || ',', '-,')";
    }
}
