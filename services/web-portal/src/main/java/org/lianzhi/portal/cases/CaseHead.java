package org.lianzhi.portal.cases;

/**
 * What names a case on each of its pages.
 *
 * @param href of the case page
 * @param title category and affected water
 */
public record CaseHead(String href, String number, String title, boolean synthetic) {}
