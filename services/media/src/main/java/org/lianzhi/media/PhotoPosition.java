package org.lianzhi.media;

/** Where a photo says it was taken, in degrees, WGS-84. It is personal data. */
public record PhotoPosition(double latitude, double longitude) {}
