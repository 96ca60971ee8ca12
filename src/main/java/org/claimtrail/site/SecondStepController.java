package org.claimtrail.site;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.claimtrail.account.DeskUser;
import org.claimtrail.account.SecondFactors;
import org.claimtrail.account.SecondFactors.HalfSignedIn;
import org.claimtrail.support.Refused;
import org.claimtrail.support.Sentences;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.RequestContextUtils;

/** The second step of signing in. */
@Controller
class SecondStepController {

    private static final String PAGE = "/sign-in/code";

    private final SecondFactors factors;
    private final SignIn signIn;
    private final Sentences sentences;

    SecondStepController(SecondFactors factors, SignIn signIn, Sentences sentences) {
        this.factors = factors;
        this.signIn = signIn;
        this.sentences = sentences;
    }

    @GetMapping(PAGE)
    String ask(HttpServletRequest request, Model model) {
        HalfSignedIn half = HalfWay.of(request);
        if (half == null || !factors.waiting(half)) {
            HalfWay.forget(request);
            return "redirect:/sign-in";
        }
        model.addAttribute("half", half);
        return "account/code";
    }

    @PostMapping(PAGE)
    void take(@RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        HalfSignedIn half = HalfWay.of(request);
        if (half == null) {
            response.sendRedirect(request.getContextPath() + "/sign-in");
            return;
        }
        try {
            DeskUser user = factors.finish(half, code);
            if (user == null) {
                HalfWay.forget(request);
                response.sendRedirect(request.getContextPath() + "/sign-in?late");
                return;
            }
            signIn.arrive(user, request, response);
        } catch (Refused refused) {
            FlashMap flash = RequestContextUtils.getOutputFlashMap(request);
            flash.put("wrong", sentences.say(refused));
            RequestContextUtils.saveOutputFlashMap(request.getContextPath() + PAGE, request, response);
            response.sendRedirect(request.getContextPath() + PAGE);
        }
    }
}
