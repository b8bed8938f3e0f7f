package org.lianzhi.investigation.supervision.domain;

import java.time.Instant;

/**
 * An office that was made to handle the case.
 *
 * @param instead office that handled it before
 */
public record Designation(String office, String instead, String reason, String legalBasis, Instant at) {}
