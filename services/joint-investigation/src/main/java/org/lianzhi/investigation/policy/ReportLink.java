package org.lianzhi.investigation.policy;

import org.jspecify.annotations.Nullable;

/**
 * To which case a report led.
 *
 * @param caseId null as long as it led to none
 */
record ReportLink(@Nullable String caseId) {}
