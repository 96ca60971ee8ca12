package org.claimtrail.review;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface EvidenceRepository extends JpaRepository<Evidence, Long> {

    /** All evidence of a claim, also what was removed. */
    @Query("select e from Evidence e join fetch e.source where e.claimId = :claimId order by e.id")
    List<Evidence> findByClaim(long claimId);

    @Query("select count(e) from Evidence e where e.source.id = :sourceId and e.claimId <> :claimId")
    long countUsesElsewhere(long sourceId, long claimId);
}
