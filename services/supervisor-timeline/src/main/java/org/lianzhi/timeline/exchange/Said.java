package org.lianzhi.timeline.exchange;

import java.time.Instant;
import org.lianzhi.model.CaseEvent;

/** An event of a case, and of whose record it is. */
public record Said(String id, String side, Instant at, CaseEvent event) {}
