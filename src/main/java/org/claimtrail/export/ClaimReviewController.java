package org.claimtrail.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimtrail.support.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** A public verdict as schema.org's ClaimReview, in JSON-LD. */
@RestController
class ClaimReviewController {

    private static final MediaType JSON_LD = MediaType.parseMediaType("application/ld+json;charset=UTF-8");

    private final ReviewedClaims reviewed;
    private final Site site;
    private final JsonMapper json;
    private final String desk;

    ClaimReviewController(
            ReviewedClaims reviewed, Site site, JsonMapper json, @Value("${claimtrail.desk-name}") String desk) {
        this.reviewed = reviewed;
        this.site = site;
        this.json = json;
        this.desk = desk;
    }

    @GetMapping("/verdicts/{id}/claimreview.jsonld")
    ResponseEntity<byte[]> show(@PathVariable long id) {
        ReviewedClaims.Row row = reviewed.find(id).orElseThrow(() -> new NotFound("verdict", id));
        if (row.closed()) {
            return ResponseEntity.status(HttpStatus.GONE).build();
        }
        return ResponseEntity.ok().contentType(JSON_LD).body(json.writeValueAsBytes(document(row)));
    }

    private Map<String, Object> document(ReviewedClaims.Row row) {
        String base = site.address();
        Map<String, Object> review = new LinkedHashMap<>();
        review.put("@context", "https://schema.org");
        review.put("@type", "ClaimReview");
        review.put("url", base + "/verdicts/" + row.claimId());
        review.put("claimReviewed", row.wording());
        review.put("datePublished", HistoryHead.text(row.publishedAt()));
        review.put("dateModified", HistoryHead.text(row.modifiedAt()));
        review.put("author", thing("Organization", desk, base + "/"));
        review.put("reviewRating", rating(row));
        review.put("itemReviewed", claim(row));
        return review;
    }

    private static Map<String, Object> rating(ReviewedClaims.Row row) {
        Map<String, Object> rating = new LinkedHashMap<>();
        rating.put("@type", "Rating");
        if (row.value() != null) {
            put(rating, "ratingValue", row.value());
            put(rating, "bestRating", row.best());
            put(rating, "worstRating", row.worst());
        }
        rating.put("alternateName", row.label());
        rating.put("ratingExplanation", row.explanation());
        return rating;
    }

    private static Map<String, Object> claim(ReviewedClaims.Row row) {
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("@type", "Claim");
        if (row.claimant() != null) {
            claim.put("author", thing("Thing", row.claimant(), null));
        }
        put(claim, "datePublished", row.saidOn());
        Map<String, Object> article = thing("CreativeWork", row.articleTitle(), row.articleAddress());
        put(article, "datePublished", row.saidOn());
        if (row.articlePublisher() != null) {
            article.put("publisher", thing("Organization", row.articlePublisher(), null));
        }
        claim.put("appearance", List.of(article));
        return claim;
    }

    private static Map<String, Object> thing(String type, String name, @Nullable String url) {
        Map<String, Object> thing = new LinkedHashMap<>();
        thing.put("@type", type);
        thing.put("name", name);
        put(thing, "url", url);
        return thing;
    }

    private static void put(Map<String, Object> object, String name, @Nullable Object value) {
        if (value != null) {
            object.put(name, value);
        }
    }
}
