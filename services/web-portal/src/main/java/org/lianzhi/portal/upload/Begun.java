package org.lianzhi.portal.upload;

/**
 * A file of which a part may have arrived.
 *
 * @param offset bytes that have
 */
public record Begun(String id, long offset) {}
