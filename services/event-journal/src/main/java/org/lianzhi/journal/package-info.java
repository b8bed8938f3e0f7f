/** The evidence: streams of commits in an append-only collection, relayed to Kafka and consumed exactly once in effect. */
@NullMarked
package org.lianzhi.journal;

import org.jspecify.annotations.NullMarked;
