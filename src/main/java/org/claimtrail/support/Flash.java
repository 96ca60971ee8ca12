package org.claimtrail.support;

import java.io.Serializable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says on the next page what just happened. */
@Component
public class Flash {

    private final Sentences sentences;

    Flash(Sentences sentences) {
        this.sentences = sentences;
    }

    /**
     * A form that takes the last action back.
     *
     * @param method the HTTP method, sent as {@code _method}
     */
    public record Undo(String action, String method, String label) implements Serializable {}

    public void say(RedirectAttributes next, String key, Object... arguments) {
        next.addFlashAttribute("flash", sentences.say(key, arguments));
    }

    public void error(RedirectAttributes next, String sentence) {
        next.addFlashAttribute("flash", sentence);
        next.addFlashAttribute("flashKind", "error");
    }

    public void undo(RedirectAttributes next, String action, String method) {
        next.addFlashAttribute("undo", new Undo(action, method, sentences.say("layout.undo")));
    }

    /** Tells the browser to forget what it kept of a form that is saved now: all fields whose key begins so. */
    public void saved(RedirectAttributes next, String keepKey) {
        next.addFlashAttribute("kept", keepKey + "-*");
    }
}
