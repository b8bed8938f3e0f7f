package org.lianzhi.portal.cases.step;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Words among the own people. */
public record RemarkForm(
        @NotBlank(message = "{case.remark.text.missing}")
        @Size(min = 2, max = 2000, message = "{case.remark.text.missing}")
        @Nullable
        String text) {}
