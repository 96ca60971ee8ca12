package org.claimtrail.review;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface SecondReviewRepository extends JpaRepository<SecondReview, Long> {

    /** The claim's newest submission, unless it was recalled. */
    @Query("""
            select s from SecondReview s
            where s.claimId = :claimId and s.recalledAt is null
              and s.id = (select max(n.id) from SecondReview n where n.claimId = :claimId)
            """)
    Optional<SecondReview> current(long claimId);
}
