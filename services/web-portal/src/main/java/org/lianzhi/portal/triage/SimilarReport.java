package org.lianzhi.portal.triage;

import java.time.Instant;
import java.util.List;

/** Another report of the bureau that could be about the same, with the codes of what is alike. */
record SimilarReport(String id, String state, String category, Instant filedAt, List<String> reasons) {}
