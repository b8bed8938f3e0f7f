package org.lianzhi.territory;

/**
 * The outlines of an agreement's area, as GeoJSON.
 *
 * @param digest SHA-256 of them
 */
public record TerritoryMap(byte[] geoJson, String digest) {}
