package org.claimtrail.review;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface RatingRepository extends JpaRepository<Rating, Long> {

    /** The labels of the newest version of the desk's scale, in their order. */
    @Query("""
            select r from Rating r join fetch r.scale s
            where s.code = 'desk' and s.version = (select max(n.version) from RatingScale n where n.code = 'desk')
            order by r.id
            """)
    List<Rating> current();

    @Query(
            "select r from Rating r join fetch r.scale s where concat(s.code, '/', s.version) = :scale and r.label = :label")
    Optional<Rating> findByScaleAndLabel(String scale, String label);
}
