package org.lianzhi.portal.component;

/**
 * A state in a word or two.
 *
 * @param key message key of the word
 */
public record Tag(String key, Tone tone) {}
