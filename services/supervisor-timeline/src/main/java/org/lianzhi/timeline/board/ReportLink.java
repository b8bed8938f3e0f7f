package org.lianzhi.timeline.board;

import org.jspecify.annotations.Nullable;

/**
 * To which case a report led.
 *
 * @param caseId null as long as it led to none
 */
public record ReportLink(String stream, @Nullable String caseId) {}
