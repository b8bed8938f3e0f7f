package org.lianzhi.portal.report;

/**
 * A photo that has arrived; the picture itself is not kept here.
 *
 * @param id of the upload
 * @param name of the file, for the person who chose it
 */
public record SentPhoto(String id, String name) {}
