package org.claimtrail.kept.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.claimtrail.account.DeskUser;
import org.claimtrail.kept.KeptTexts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Forgets what was kept of a form once it is saved: where an answer tells the browser so, the server does it too. */
@Configuration(proxyBeanMethods = false)
class SavedForms implements WebMvcConfigurer, HandlerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(SavedForms.class);

    private final KeptTexts kept;

    SavedForms(KeptTexts kept) {
        this.kept = kept;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        Object keys = RequestContextUtils.getOutputFlashMap(request).get("kept");
        if (keys instanceof String saved
                && request.getUserPrincipal() instanceof Authentication reader
                && reader.getPrincipal() instanceof DeskUser user) {
            forget(user, List.of(saved.split("\\s+")), request);
        }
    }

    private void forget(DeskUser user, List<String> keys, HttpServletRequest request) {
        List<String> sent = request.getParameterMap().values().stream()
                .flatMap(Arrays::stream)
                .toList();
        try {
            kept.forgetSaved(user.actor(), keys, request.getParameter("typedIn"), sent);
        } catch (DataAccessException e) {
            LOG.warn("What was kept of a saved form could not be forgotten", e);
        }
    }
}
