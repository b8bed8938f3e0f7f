package org.lianzhi.portal.cases.step;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What is to be put right. Lines left empty are not part of the order.
 *
 * @param addressee words for the facility, not a person's name
 */
public record OrderForm(
        @NotBlank(message = "{case.addressee.missing}") @Size(max = 200, message = "{form.toolong}") @Nullable
        String addressee,

        @NotBlank(message = "{case.legalBasis.missing}") @Size(max = 500, message = "{form.toolong}") @Nullable
        String legalBasis,

        List<@Valid Line> measures) {

    public OrderForm {
        // A line that could not be read is missing; what is wrong with it is told.
        measures = measures == null
                ? List.of()
                : measures.stream().filter(Objects::nonNull).toList();
    }

    @AssertTrue(message = "{case.measures.missing}")
    public boolean isOrdering() {
        return measures.stream().anyMatch(Line::isComplete);
    }

    /** A measure and the day by which it is to be in place. */
    public record Line(
            @Size(max = 500, message = "{form.toolong}") @Nullable
            String description,

            @DateTimeFormat(pattern = "yyyy-MM-dd") @Nullable
            LocalDate dueOn) {

        static Line empty() {
            return new Line(null, null);
        }

        @AssertTrue(message = "{case.measure.half}")
        public boolean isWholeOrEmpty() {
            return isComplete() || (dueOn == null && (description == null || description.isBlank()));
        }

        boolean isComplete() {
            return dueOn != null && description != null && !description.isBlank();
        }
    }
}
