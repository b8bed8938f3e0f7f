package org.lianzhi.media;

/**
 * A copy that may circulate: upright, not larger than it needs to be, a plain JPEG without any metadata.
 *
 * @param jpeg the bytes; not to be changed
 * @param sha256 of the bytes, 64 hexadecimal digits
 */
public record CleanPhoto(byte[] jpeg, String sha256, int width, int height) {}
