package org.claimtrail.e2e;

import com.microsoft.playwright.Page;
import java.net.URI;

/** A desk at work: its admin, two reviewers and a visitor, each with a browser of their own. */
record Newsroom(Desk desk, Chromium chromium, Person admin, Person reviewerA, Person reviewerB, Person visitor)
        implements AutoCloseable {

    /** Starts a desk and browsers; nobody has an account yet. */
    static Newsroom empty(String name, String... arguments) {
        Chromium chromium = Chromium.launch();
        try {
            Desk desk = Desk.start(name, arguments);
            return new Newsroom(
                    desk,
                    chromium,
                    Person.arrives(chromium, desk, "Desk Admin"),
                    Person.arrives(chromium, desk, "Reviewer A"),
                    Person.arrives(chromium, desk, "Reviewer B"),
                    Person.arrives(chromium, desk, "A Visitor"));
        } catch (RuntimeException e) {
            chromium.close();
            throw e;
        }
    }

    /** The same, with everybody signed in. */
    static Newsroom open(String name, String... arguments) {
        Newsroom newsroom = empty(name, arguments);
        newsroom.admin.joins(newsroom.desk.setupLink());
        newsroom.reviewerA.joins(newsroom.invites());
        newsroom.reviewerB.joins(newsroom.invites());
        return newsroom;
    }

    /** The admin makes an invitation for a reviewer; its link is returned. */
    String invites() {
        admin.opens("/accounts");
        admin.presses("Make the invitation");
        return admin.page().locator("#invitation").inputValue();
    }

    /**
     * Brings an article in by paste.
     *
     * @return its path
     */
    static String imports(Person who, String title, String text) {
        who.opens("/articles/new");
        who.page().locator("#text").fill(text);
        who.page().locator("#title").fill(title);
        who.presses("Find its claims");
        who.page().waitForURL("**/articles/*");
        return path(who.page());
    }

    /**
     * Makes a claim of words that stand once in the article, and takes it.
     *
     * @return its path
     */
    static String marksAndTakes(Person who, String article, String words) {
        who.opens(article);
        who.unfolds("Make a claim of words in this text");
        who.page().locator("#exact").fill(words);
        who.presses("Make the claim");
        who.page().waitForURL("**/articles/*#claim-*");
        String claim = "/claims/" + who.page().url().replaceFirst(".*#claim-", "");
        who.opens(claim);
        who.presses("Take it");
        who.flash().waitFor();
        return claim;
    }

    static void attaches(Person who, String claim, String stance, String address, String title, String note) {
        who.opens(claim + "/evidence/new");
        who.chooses(stance);
        who.page().locator("#address").fill(address);
        who.page().locator("#title").fill(title);
        who.page().locator("#note").fill(note);
        who.presses("Add the evidence");
        who.page().waitForURL("**" + claim + "**");
    }

    static void publishes(Person who, String claim, String rating, String explanation) {
        who.opens(claim);
        who.page().locator("#explanation").fill(explanation);
        who.chooses(rating);
        who.presses("Publish");
        who.flash().waitFor();
    }

    /** The path that a page stands at, without its fragment. */
    static String path(Page page) {
        return URI.create(page.url()).getPath();
    }

    @Override
    public void close() {
        for (Person person : new Person[] {admin, reviewerA, reviewerB, visitor}) {
            person.close();
        }
        chromium.close();
        desk.close();
    }
}
