package org.lianzhi.portal.supervision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Tag;

/** A case that an access covers. */
public record InspectorCase(
        String href,
        String number,
        String title,
        boolean synthetic,
        Tag state,
        @Nullable Instant openedAt,
        @Nullable Instant lastAt) {}
