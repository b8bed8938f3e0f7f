package org.lianzhi.model;

/**
 * A reference to a photo that circulates: a re-encoded copy without metadata.
 *
 * @param id under which the service that keeps it hands it out
 * @param sha256 of the copy's bytes, 64 hexadecimal digits
 */
public record Photo(@Shared String id, @Shared String sha256) {}
