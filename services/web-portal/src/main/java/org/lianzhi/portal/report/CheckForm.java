package org.lianzhi.portal.report;

/** The sending itself; a second press of the button is the same report. */
public record CheckForm(String idempotencyKey) {}
