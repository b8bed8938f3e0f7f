package org.lianzhi.portal.status;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import org.lianzhi.portal.client.Away;
import org.lianzhi.portal.client.NotThere;
import org.lianzhi.portal.client.Refused;
import org.lianzhi.portal.client.TooOften;
import org.lianzhi.portal.form.Keys;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/** Sends what a reporter says. Where it fails, the form says why and keeps what was typed. */
@Component
class Saying {

    private final Tracking tracking;
    private final MessageSource messages;

    Saying(Tracking tracking, MessageSource messages) {
        this.tracking = tracking;
        this.messages = messages;
    }

    /**
     * What is said.
     *
     * @param path below the tracking interface
     */
    record Said(String code, String key, Object body, String path) {}

    /** Whether it has arrived; if so, the report is followed from now on. */
    boolean arrived(
            Said said,
            BindingResult found,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        try {
            tracking.say(said.key(), said.body(), said.path());
            tracking.open(said.code()).keep(request);
            return true;
        } catch (NotThere unknown) {
            found.reject("status.code.unknown");
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            found.reject(refused.code(), words(refused, locale));
            Keys.renew(model);
        } catch (TooOften tooOften) {
            tooOften.tell(response);
            found.reject("status.code.toooften");
        } catch (Away away) {
            away.tell(response);
            found.reject("form.unavailable");
        }
        return false;
    }

    private String words(Refused refused, Locale locale) {
        String otherwise = messages.getMessage("status.say.refused", null, locale);
        String key =
                refused.code().equals("tracking.code-malformed") ? "status.code.malformed" : "rule." + refused.code();
        return Objects.requireNonNullElse(
                messages.getMessage(key, refused.arguments().toArray(), otherwise, locale), otherwise);
    }
}
