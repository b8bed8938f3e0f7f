package org.lianzhi.portal.component;

/**
 * A place on a map that is only looked at.
 *
 * @param kind {@code water} or {@code source}: the look of the pin
 * @param word what the place is, in the reader's language
 * @param area the county it seems to lie in, in words
 */
public record MapPlace(String kind, String word, String area, double lat, double lon) {}
