package org.claimtrail.review;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface RatingRepository extends JpaRepository<Rating, Long> {

    /** The labels of the newest version of each scale in use, in their order. */
    @Query(nativeQuery = true, value = """
            select r.* from rating r join rating_scale s on s.id = r.rating_scale_id join scale_rule u on u.code = s.code
            where not u.retired and s.version = (select max(n.version) from rating_scale n where n.code = s.code)
            order by s.code, r.position
            """)
    List<Rating> current();

    @Query(
            "select r from Rating r join fetch r.scale s where concat(s.code, '/', s.version) = :scale and r.label = :label")
    Optional<Rating> findByScaleAndLabel(String scale, String label);
}
