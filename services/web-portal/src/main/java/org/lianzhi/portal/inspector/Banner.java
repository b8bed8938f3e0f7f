package org.lianzhi.portal.inspector;

import java.time.Instant;

/**
 * Stands on every page that an access shows.
 *
 * @param href of the cases that it covers
 */
public record Banner(String side, Instant until, String href) {}
