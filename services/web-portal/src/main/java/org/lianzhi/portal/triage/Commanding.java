package org.lianzhi.portal.triage;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.lianzhi.portal.client.Away;
import org.lianzhi.portal.client.ChangedMeanwhile;
import org.lianzhi.portal.client.Refused;
import org.lianzhi.portal.client.TooOften;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/** Sends what an officer decided. Where it fails, the form says why and keeps what was typed. */
@Component
class Commanding {

    private static final Map<String, String> FIELDS = Map.of(
            "report.reason-unknown", "reason",
            "report.where-to-go-missing", "whereToGo",
            "report.reply-missing", "text",
            "report.reply-too-long", "text");

    private final MessageSource messages;

    Commanding(MessageSource messages) {
        this.messages = messages;
    }

    /** Whether it was done; if not, {@code found} says why. */
    boolean done(Runnable command, BindingResult found, HttpServletResponse response, Model model, Locale locale) {
        try {
            command.run();
            return true;
        } catch (ChangedMeanwhile changed) {
            response.setStatus(HttpStatus.CONFLICT.value());
            found.reject("form.conflict");
            // Sent once more, it is about what is there now.
            model.addAttribute("seen", changed.actual());
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            reject(refused, found, locale);
        } catch (TooOften tooOften) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            found.reject("form.unavailable");
        } catch (Away away) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            found.reject("form.unavailable");
        }
        return false;
    }

    private void reject(Refused refused, BindingResult found, Locale locale) {
        String otherwise = messages.getMessage("rule.other", new Object[] {refused.code()}, locale);
        String words = messages.getMessage(
                "rule." + refused.code(), refused.arguments().toArray(), otherwise, locale);
        String field = FIELDS.get(refused.code());
        if (field != null && found.getTarget() != null && found.getFieldType(field) != null) {
            found.rejectValue(field, refused.code(), words == null ? refused.code() : words);
        } else {
            found.reject(refused.code(), words == null ? refused.code() : words);
        }
    }
}
