package org.lianzhi.portal.component;

/**
 * One of the views of a list, such as "overdue".
 *
 * @param key message key of its name
 */
public record View(String key, String href, long count, boolean current) {}
