package org.lianzhi.portal.report;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an officer enters for somebody who reported otherwise.
 *
 * @param channel code of how
 * @param outsideNumber under which another office took it down
 */
public record EnterForm(
        @NotBlank(message = "{enter.channel.missing}") @Nullable
        String channel,

        @Size(max = 100, message = "{report.words.long}") @Nullable
        String outsideNumber,

        PhoneForm report,
        @Nullable String idempotencyKey) {

    public EnterForm {
        report = report == null ? PhoneForm.empty() : report;
    }

    /** It belongs into no log. */
    @Override
    public String toString() {
        return "what somebody told";
    }
}
