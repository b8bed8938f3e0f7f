package org.lianzhi.portal.client;

/**
 * What a service answers to a command.
 *
 * @param stream record that was written to
 * @param version of that record after the command
 * @param id of what the command made or was about
 * @param repeated whether the same command had been done before
 */
public record Receipt(String stream, long version, String id, boolean repeated) {}
