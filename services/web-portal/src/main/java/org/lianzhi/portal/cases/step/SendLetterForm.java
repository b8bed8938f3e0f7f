package org.lianzhi.portal.cases.step;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A letter to another authority of the own side. */
public record SendLetterForm(
        @NotBlank(message = "{case.letter.addressee.missing}") @Nullable
        String addressee,

        @NotBlank(message = "{case.letter.number.missing}") @Size(max = 100, message = "{form.toolong}") @Nullable
        String number,

        @NotBlank(message = "{case.letter.text.missing}")
        @Size(min = 5, max = 2000, message = "{case.letter.text.missing}")
        @Nullable
        String text) {}
