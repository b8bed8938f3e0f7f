package org.lianzhi.portal.cases.step;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Words to the other side. */
public record CommentForm(
        @NotBlank(message = "{case.comment.text.missing}")
        @Size(min = 2, max = 2000, message = "{case.comment.text.missing}")
        @Nullable
        String text) {}
