package org.lianzhi.notification.domain;

import org.lianzhi.model.Side;

/**
 * A bureau that deals with a matter.
 *
 * @param bureau code of the office
 */
public record Party(Side side, String bureau) {}
