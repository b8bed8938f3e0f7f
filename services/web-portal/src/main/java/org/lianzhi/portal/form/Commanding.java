package org.lianzhi.portal.form;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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

/**
 * Sends what somebody decided. Where it fails, the form says why and keeps what was typed; its key it keeps only where it
 * is not known whether it was done.
 */
@Component
public final class Commanding {

    /** At which field a rule is told; the first that the form has. */
    private static final Map<String, List<String>> FIELDS = Map.ofEntries(
            Map.entry("report.reason-unknown", List.of("reason")),
            Map.entry("report.opening-reason-missing", List.of("reason")),
            Map.entry("report.opening-reason-unknown", List.of("reason")),
            Map.entry("report.opening-words-missing", List.of("words")),
            Map.entry("report.opening-words-too-long", List.of("words")),
            Map.entry("report.where-to-go-missing", List.of("whereToGo")),
            Map.entry("report.reply-missing", List.of("text")),
            Map.entry("report.reply-too-long", List.of("text")),
            Map.entry("report.words-missing", List.of("words", "question", "document", "reason")),
            Map.entry("report.words-too-long", List.of("words", "question", "document", "reason")),
            Map.entry("report.transfer.unknown", List.of("office")),
            Map.entry("report.transfer.itself", List.of("office")),
            Map.entry("report.transfer.other-side", List.of("office")),
            Map.entry("report.side-unconfirmed", List.of("sideConfirmed")),
            Map.entry("report.pin-wrong", List.of("placeLat")),
            Map.entry("report.correction-unknown", List.of("after")),
            Map.entry("report.correction-same", List.of("after", "placeLat")),
            Map.entry("report.verification-unknown", List.of("result")),
            Map.entry("report.merge.unknown", List.of("number")),
            Map.entry("report.merge.others-come", List.of("othersCome")),
            Map.entry("report.merge.itself", List.of("number")),
            Map.entry("report.merge.not-going-on", List.of("into")),
            Map.entry("vault.reason-missing", List.of("reason")),
            Map.entry("vault.reason-too-long", List.of("reason")),
            Map.entry("vault.review-date-passed", List.of("reviewOn")),
            Map.entry("supervision.office-unknown", List.of("office", "what")),
            Map.entry("supervision.office-already", List.of("what")),
            Map.entry("supervision.grade-unknown", List.of("what")),
            Map.entry("supervision.due-passed", List.of("dueAt")),
            Map.entry("supervision.due-too-far", List.of("dueAt")),
            Map.entry("supervision.extension-not-later", List.of("dueAt")),
            Map.entry("access.inspector-unreadable", List.of("inspector")),
            Map.entry("access.scope-missing", List.of("scope")),
            Map.entry("access.scope-mixed", List.of("scope")),
            Map.entry("access.agreement-unknown", List.of("scope")),
            Map.entry("access.case-unknown", List.of("cases")),
            Map.entry("access.too-many-cases", List.of("cases")),
            Map.entry("access.period-backwards", List.of("openedTo")),
            Map.entry("access.ends-before-it-begins", List.of("until")),
            Map.entry("access.end-passed", List.of("until")),
            Map.entry("access.too-long", List.of("until")),
            Map.entry("access.verdict-unknown", List.of("verdict")),
            Map.entry("access.note.too-short", List.of("note")),
            Map.entry("access.note.too-long", List.of("note")),
            Map.entry("supervision.words.too-short", List.of("task", "words")),
            Map.entry("supervision.words.too-long", List.of("task", "words")));

    private final MessageSource messages;

    Commanding(MessageSource messages) {
        this.messages = messages;
    }

    /** Whether it was done; if not, {@code found} says why. */
    public boolean done(
            Runnable command, BindingResult found, HttpServletResponse response, Model model, Locale locale) {
        try {
            command.run();
            return true;
        } catch (ChangedMeanwhile changed) {
            response.setStatus(HttpStatus.CONFLICT.value());
            found.reject("form.conflict");
            // Sent once more, it is about what is there now.
            model.addAttribute("seen", changed.actual());
            Keys.renew(model);
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            reject(refused, found, locale);
            Keys.renew(model);
        } catch (TooOften tooOften) {
            tooOften.tell(response);
            found.reject("form.unavailable");
        } catch (Away away) {
            away.tell(response);
            found.reject("form.unavailable");
        }
        return false;
    }

    private void reject(Refused refused, BindingResult found, Locale locale) {
        String otherwise = messages.getMessage("rule.other", new Object[] {refused.code()}, locale);
        String words = messages.getMessage(
                "rule." + refused.code(), refused.arguments().toArray(), otherwise, locale);
        String said = words == null ? refused.code() : words;
        FIELDS.getOrDefault(refused.code(), List.of()).stream()
                .filter(field -> found.getTarget() != null && found.getFieldType(field) != null)
                .findFirst()
                .ifPresentOrElse(
                        field -> found.rejectValue(field, refused.code(), said),
                        () -> found.reject(refused.code(), said));
    }
}
