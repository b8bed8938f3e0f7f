package org.lianzhi.portal.component;

/** One of the values of a {@link Select}. */
public record Option(String value, String words, boolean chosen) {}
