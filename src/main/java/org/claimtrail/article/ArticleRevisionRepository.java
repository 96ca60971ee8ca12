package org.claimtrail.article;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ArticleRevisionRepository extends JpaRepository<ArticleRevision, Long> {

    @Query("select r from ArticleRevision r where r.articleId = :articleId order by r.number desc limit 1")
    Optional<ArticleRevision> findNewest(long articleId);
}
