package org.lianzhi.intake.crowd;

import java.time.Duration;

/**
 * What the operator decides about crowds. No source gives any of these figures.
 *
 * @param filingsPerMinute of one network without any work; beyond that each report costs a piece of work
 * @param uploadsPerMinute photos of one network
 * @param lookUpsPerMinute wrong codes of one network
 * @param wrongTails wrong codes that begin like one another, from whatever network, before that beginning is locked
 * @param lockedFor until all of those tries have come back
 * @param filingsAtOnce reports that are being sealed and hashed at the same time
 * @param uploadsAtOnce photos that are being re-encoded at the same time: each takes the memory of its pixels
 * @param piecesAtOnce pieces of files that are being sealed at the same time: each is held in memory
 * @param lookUpsAtOnce codes that are being hashed at the same time
 * @param comeBackAfter for whom there was no place; up to twice as long, so that they do not all come back together
 * @param workBits how much work it is: each bit more doubles it
 * @param workValid how long there is for it
 */
public record CrowdSettings(
        int filingsPerMinute,
        int uploadsPerMinute,
        int lookUpsPerMinute,
        int wrongTails,
        Duration lockedFor,
        int filingsAtOnce,
        int uploadsAtOnce,
        int piecesAtOnce,
        int lookUpsAtOnce,
        Duration comeBackAfter,
        int workBits,
        Duration workValid) {}
