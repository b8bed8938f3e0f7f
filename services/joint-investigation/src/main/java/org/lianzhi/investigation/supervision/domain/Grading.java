package org.lianzhi.investigation.supervision.domain;

import java.time.Instant;

/**
 * How somebody graded the matter.
 *
 * @param grade code: {@code i} to {@code iv}, or {@code risk} for what is no incident
 */
public record Grading(String grade, String reason, String legalBasis, Instant at) {}
