package org.lianzhi.portal.component;

import java.util.List;

/**
 * By what a list can be narrowed down.
 *
 * @param name of the parameter; the list says under which key its words are
 */
public record Select(String name, List<Option> options) {}
