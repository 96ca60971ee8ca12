package org.claimtrail.claim;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface ClaimRepository extends JpaRepository<Claim, Long> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Claim c where c.id = :id")
    Optional<Claim> lockById(long id);

    /** Holds the article against another marking of its words until the transaction ends. */
    @Query(value = "select id from article where id = :articleId for update", nativeQuery = true)
    Optional<Long> lockArticle(long articleId);

    @Query("select c from Claim c join c.passage p where c.articleRevisionId = :revisionId and c.startAt = :start"
            + " and p.startAt = :start and p.endAt = :end and size(c.passage) = 1 order by c.id")
    List<Claim> findAtPassage(long revisionId, int start, int end);
}
