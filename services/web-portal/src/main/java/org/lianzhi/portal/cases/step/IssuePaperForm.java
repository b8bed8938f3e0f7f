package org.lianzhi.portal.cases.step;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * A paper leaves the office.
 *
 * @param party whether whoever is concerned signed
 * @param partyWords how they refused, or why they were not there
 * @param preparedAt of the paper on the page
 */
public record IssuePaperForm(
        @NotNull(message = "{case.paper.issuedOn.missing}") @DateTimeFormat(pattern = "yyyy-MM-dd") @Nullable
        LocalDate issuedOn,

        @NotBlank(message = "{case.paper.party.missing}") @Nullable
        String party,

        @Size(max = 1000, message = "{form.toolong}") @Nullable
        String partyWords,

        @Nullable Instant preparedAt) {

    @AssertTrue(message = "{case.paper.partyWords.missing}")
    public boolean isExplained() {
        boolean asks = "refused".equals(party) || "absent".equals(party);
        return !asks || (partyWords != null && partyWords.strip().length() >= 2);
    }
}
