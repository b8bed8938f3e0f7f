package org.lianzhi.portal.component;

/** Words that lead somewhere. */
public record Link(String words, String href) {}
