package org.lianzhi.portal.report;

import org.jspecify.annotations.Nullable;

/**
 * The sending itself; a second press of the button is the same report.
 *
 * @param work that a script has done, where report-intake asked for it
 */
public record CheckForm(String idempotencyKey, @Nullable String work) {}
