package org.claimtrail.proof;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * What {@link VerifyTests} does to a history, and what the verifier has to say of it: {@code :atN} is the place in the
 * log of the Nth further revision of {@code :claim}.
 */
final class Tamperings {

    private Tamperings() {}

    /** What is done behind the program's back, and what the verifier says of it. */
    static Stream<Arguments> ofTheDatabase() {
        String reseal = "/* reseal */ ";
        String hash = "decode(repeat('ab', 32), 'hex')";
        return Stream.of(
                Arguments.of(
                        "changed row",
                        "update revision set after = jsonb_set(after, '{wording}', '\"It cost nothing.\"')"
                                + " where claim_id = :claim and number = 1",
                        "claim :claim, revision 1, position :at0: hash of what it says"),
                Arguments.of(
                        "changed reason",
                        "update revision set reason = 'no reason' where claim_id = :claim and number = 6",
                        "claim :claim, revision 6, position :at5: hash of what it says"),
                Arguments.of(
                        "another account",
                        "update revision set actor_id = (select max(id) from account) where claim_id = :claim"
                                + " and number = 2",
                        "claim :claim, revision 2, position :at1: hash of what it says"),
                Arguments.of(
                        "removed row",
                        "delete from revision where claim_id = :claim and number = 3",
                        "claim :claim, revision 3, position :at2: row"),
                Arguments.of(
                        "removed newest row",
                        "delete from revision r using chain_head h where h.claim_id = r.claim_id"
                                + " and h.number = r.number and r.claim_id = :last",
                        "claim :last, revision 2, position :end: row: expected one with hash"),
                Arguments.of(
                        "removed newest row and its head",
                        "delete from revision where claim_id = :last and number = 2;"
                                + " update chain_head h set number = 1, hash = r.hash from revision r"
                                + " where r.claim_id = h.claim_id and r.number = 1 and h.claim_id = :last",
                        "claim :last, revision 2, position :end: row: expected one with hash"),
                Arguments.of(
                        "removed newest row, its head and its place in the log",
                        "delete from revision where claim_id = :last and number = 2;"
                                + " update chain_head h set number = 1, hash = r.hash from revision r"
                                + " where r.claim_id = h.claim_id and r.number = 1 and h.claim_id = :last;"
                                + " delete from revision_log where claim_id = :last and number = 2;"
                                + " update claim set state = 'open', assignee_id = null where id = :last",
                        "checkpoint :newest: number of revisions that it covers"),
                Arguments.of(
                        "removed whole claim",
                        "delete from revision where claim_id = :last",
                        "claim :last, revision 1, position "),
                Arguments.of(
                        "swapped rows",
                        "update revision set number = number + 100 where claim_id = :claim and number in (2, 3);"
                                + " update revision set number = 105 - number where claim_id = :claim and number > 100",
                        "claim :claim, revision 2, position :at1: hash of the one before"),
                Arguments.of(
                        "swapped places in the log",
                        "update revision_log set position = position + 1000 where position in (1, 2);"
                                + " update revision_log set position = 1003 - position where position > 1000",
                        "checkpoint 1: root over revisions (its new revisions are at positions 0 to"),
                Arguments.of("recomputed chain", reseal, "claim :claim, revision 1, position :at0: hash in the log"),
                Arguments.of(
                        "recomputed chain, and its hashes in the log",
                        reseal + "update revision_log l set hash = r.hash from revision r"
                                + " where r.claim_id = l.claim_id and r.number = l.number",
                        "checkpoint 1: root over revisions"),
                Arguments.of(
                        "altered root",
                        "update checkpoint set root = " + hash + " where number = 2",
                        "checkpoint 2: root over revisions"),
                Arguments.of(
                        "altered instant of a checkpoint",
                        "update checkpoint set at = at - interval '1 day' where number = 2",
                        "checkpoint 2: hash: expected"),
                Arguments.of(
                        "altered size",
                        "update checkpoint set size = size - 1 where number = 2",
                        "checkpoint 2: root over revisions"),
                Arguments.of(
                        "altered digest of articles",
                        "update checkpoint set outside = " + hash + " where number = 2",
                        "checkpoint 2: digest of articles"),
                Arguments.of(
                        "altered chain of checkpoints",
                        "update checkpoint set previous = " + hash + " where number = 2",
                        "checkpoint 2: hash of the one before"),
                Arguments.of(
                        "removed checkpoint",
                        "delete from checkpoint_article where checkpoint = 2; delete from checkpoint where number = 2",
                        "checkpoint 2: number: expected 2, found 3"),
                Arguments.of(
                        "removed newest checkpoint",
                        "delete from checkpoint_article where checkpoint = :newest;"
                                + " delete from checkpoint where number = :newest",
                        "the log goes on after the last checkpoint"),
                Arguments.of(
                        "row that never came into the log",
                        "delete from revision_log where claim_id = :last and number = 2",
                        "claim :last, revision 2: place in the log"),
                Arguments.of(
                        "changed wording of a claim",
                        "update claim set wording = 'It cost nothing.' where id = :claim",
                        "claim :claim: wording as the claim, evidence and verdict tables have it:"
                                + " expected “The bridge cost 14,000 crowns.”, found “It cost nothing.”"),
                Arguments.of(
                        "changed verdict",
                        "update verdict set explanation = 'It holds all of it.' where claim_id = :claim",
                        "claim :claim: verdict.explanation as the"),
                Arguments.of(
                        "removed evidence",
                        "update evidence set removed = true where claim_id = :claim",
                        ".address as the claim, evidence and verdict tables have it"),
                Arguments.of(
                        "changed name",
                        "update revision set actor_name = 'Somebody Else' where claim_id = :claim and number = 3",
                        "claim :claim, revision 3: name of account "),
                Arguments.of(
                        "changed name that is marked as erased",
                        "update revision set actor_name = 'Former reviewer 7', name_erased = true"
                                + " where claim_id = :claim and number = 3",
                        "claim :claim, revision 3: mark that a name was erased: expected none, found one"),
                Arguments.of(
                        "changed name of a reviewer, in the verdict too",
                        "update revision set after = jsonb_set(after, '{verdict.reviewer}', '\"Somebody Else\"')"
                                + " where claim_id = :claim and after ->> 'verdict.reviewer' is not null;"
                                + " update verdict set first_reviewer_name = 'Somebody Else' where claim_id = :claim",
                        "name of a reviewer: expected somebody who worked on the claim, found Somebody Else"),
                Arguments.of(
                        "changed name, in the account too",
                        "update revision set actor_name = 'Former reviewer 7', name_erased = true"
                                + " where actor_id = (select min(id) from account);"
                                + " update account set name = 'Former reviewer 7', email = null, password_hash = null,"
                                + " status = 'erased' where id = (select min(id) from account)",
                        ": erasure: expected none, found erased, Former reviewer 7"),
                Arguments.of(
                        "changed article",
                        "update article set title = 'Another title' where id = (select min(id) from article);"
                                + " delete from article_to_log",
                        "digest of its details and texts"));
    }

    /** What {@link Tampering#file} does to an exported file. */
    static Stream<Arguments> ofAFile() {
        return Stream.of(
                Arguments.of("changed row", "revision 6, position :at5: hash of what it says"),
                Arguments.of("changed name", "revision 6, position :at5: name of account "),
                Arguments.of("name marked as erased", "revision 6, position :at5: name that was erased"),
                Arguments.of("removed row", "row: expected revision 3, found revision 4"),
                Arguments.of("removed newest row", "number of revisions that it covers"),
                Arguments.of("swapped rows", "revision 3, position :at2: row: expected revision 2, found revision 3"),
                Arguments.of("swapped contents", "revision 2, position :at1: hash of"),
                Arguments.of("recomputed chain", "checkpoint 1: root over revisions"),
                Arguments.of("altered checkpoint", "checkpoint 2: root over revisions"),
                Arguments.of("altered and sealed checkpoint", "checkpoint 2: root over revisions"),
                Arguments.of("removed checkpoint", "checkpoint 2: number: expected 2, found 3"));
    }
}
