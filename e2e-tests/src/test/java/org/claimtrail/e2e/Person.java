package org.claimtrail.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody with a browser of their own: a visitor until they sign in. */
final class Person implements AutoCloseable {

    static final String PASSWORD = "a quiet river at dawn";

    /** Long enough for a machine that is busy with other things. */
    private static final int TIMEOUT_MILLIS = 30_000;

    private static final List<Person> EVERYBODY = new CopyOnWriteArrayList<>();

    private final Desk desk;
    private final BrowserContext context;
    private final Page page;
    private final String name;
    private final List<String> scriptErrors = new CopyOnWriteArrayList<>();

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT_MILLIS);
    }

    private Person(Desk desk, BrowserContext context, String name) {
        this.desk = desk;
        this.context = context;
        this.name = name;
        context.setDefaultTimeout(TIMEOUT_MILLIS);
        this.page = listen(context.newPage());
        EVERYBODY.add(this);
    }

    static Person arrives(Chromium chromium, Desk desk, String name) {
        return new Person(desk, chromium.browser().newContext(options()), name);
    }

    static Person withoutJavaScript(Chromium chromium, Desk desk, String name) {
        return new Person(desk, chromium.browser().newContext(options().setJavaScriptEnabled(false)), name);
    }

    /** Those whose browsers are open. */
    static List<Person> everybody() {
        return EVERYBODY;
    }

    String name() {
        return name;
    }

    String email() {
        return name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@desk.example";
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** A second window of the same person, in the same session. */
    Page secondWindow() {
        return listen(context.newPage());
    }

    /** What went wrong in the scripts of the pages so far. */
    List<String> scriptErrors() {
        return scriptErrors;
    }

    /** Goes to a path of the desk, or to a whole address. */
    Response opens(String address) {
        return page.navigate(address.startsWith("http") ? address : desk.address() + address);
    }

    /** Makes an account by an invitation, or by the set-up link, and signs in with it. */
    void joins(String link) {
        opens(link);
        page.getByLabel("Name").fill(name);
        page.getByLabel("Email").fill(email());
        page.locator("#password").fill(PASSWORD);
        page.locator("#passwordAgain").fill(PASSWORD);
        presses("Make the account");
        signsIn();
    }

    void signsIn() {
        if (!page.url().contains("/sign-in")) {
            opens("/sign-in");
        }
        page.locator("#email").fill(email());
        page.locator("#password").fill(PASSWORD);
        page.locator("main form.sheet button[type=submit]").click();
        page.waitForURL(address -> !address.endsWith("/sign-in"));
    }

    /** Presses the one button of that name in the page's main part. */
    void presses(String button) {
        button(main(), button).click();
    }

    static Locator button(Locator in, String name) {
        return in.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Opens a folded part by its heading. */
    void unfolds(String summary) {
        main().locator("summary")
                .getByText(summary, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
    }

    void chooses(String label) {
        main().getByRole(
                        AriaRole.RADIO,
                        new Locator.GetByRoleOptions().setName(label).setExact(true))
                .check();
    }

    Locator main() {
        return page.locator("main");
    }

    Locator flash() {
        return page.locator("#flash .flash-line p");
    }

    @Override
    public void close() {
        EVERYBODY.remove(this);
        context.close();
    }

    private Page listen(Page page) {
        page.onPageError(error -> scriptErrors.add(page.url() + ": " + error));
        page.onConsoleMessage(message -> {
            // The browser also logs each answer of 400 and above; those are asserted where they are meant.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                scriptErrors.add(page.url() + ": " + message.text());
            }
        });
        return page;
    }

    private static Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setViewportSize(1280, 900)
                .setLocale("en-GB")
                .setTimezoneId("UTC")
                .setReducedMotion(ReducedMotion.REDUCE);
    }
}
