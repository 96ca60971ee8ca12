package org.claimtrail.article;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ArticleRepository extends JpaRepository<Article, Long> {

    @Query("select a from Article a join ArticleRevision r on r.articleId = a.id where r.textSha256 = :sha256")
    Optional<Article> findByText(String sha256);
}
