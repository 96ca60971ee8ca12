package org.claimtrail.review;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface RatingRepository extends JpaRepository<Rating, Long> {

    /** The labels of the newest version of each scale in use, in their order. */
    @Query(nativeQuery = true, value = """
            select r.* from rating r join rating_in_use u on u.id = r.id order by u.scale_code, u.position
            """)
    List<Rating> current();

    @Query(
            "select r from Rating r join fetch r.scale s where concat(s.code, '/', s.version) = :scale and r.label = :label")
    Optional<Rating> findByScaleAndLabel(String scale, String label);
}
