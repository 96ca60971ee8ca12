package org.claimtrail.article;

/** The same text is at the desk already. */
public class AlreadyImported extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long articleId;
    private final String title;

    AlreadyImported(long articleId, String title) {
        super("article " + articleId);
        this.articleId = articleId;
        this.title = title;
    }

    public long articleId() {
        return articleId;
    }

    public String title() {
        return title;
    }
}
