package org.lianzhi.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who of the own side was told what. A notice carries no content of a report, only what to open. */
public sealed interface NoticeEvent extends PublishedEvent {

    /**
     * A bureau was told.
     *
     * @param bureau code of the recipient
     * @param kind code of the text to show, such as {@code case-opened}
     * @param subject id of the case or report that it is about
     * @param causedBy id of the event that is told
     * @param dueAt when the recipient must have acted; null where nothing is due
     */
    record NoticeIssued(
            @SideInternal String bureau,
            @SideInternal String kind,
            @SideInternal String subject,
            @SideInternal String causedBy,
            @Nullable Instant dueAt)
            implements NoticeEvent {}

    /** Somebody of the bureau opened it. */
    record NoticeRead() implements NoticeEvent {}
}
