package org.claimtrail.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps what everybody saw when a test failed, in {@code target/failures}. */
final class FailureScreens implements AfterTestExecutionCallback {

    @Override
    public void afterTestExecution(ExtensionContext test) {
        if (test.getExecutionException().isEmpty()) {
            return;
        }
        Path folder = Look.target().resolve("failures");
        for (Person person : Person.everybody()) {
            int number = 0;
            for (Page page : person.context().pages()) {
                String name = test.getRequiredTestClass().getSimpleName() + "-"
                        + test.getRequiredTestMethod().getName() + "-" + person.name() + "-" + number++ + ".png";
                try {
                    page.screenshot(
                            new Page.ScreenshotOptions().setFullPage(true).setPath(folder.resolve(name)));
                } catch (PlaywrightException e) {
                    System.err.println("No picture of " + page.url() + ": " + e.getMessage());
                }
            }
        }
    }
}
