package org.lianzhi.embedded;

/** What an acknowledged write survives. */
public enum Durability {

    /** The death of the process and the loss of power: the commit is forced to the disk before the answer leaves. */
    POWER_LOSS,

    /** The death of the process, also by kill -9; after a loss of power the last seconds may be missing. */
    PROCESS_DEATH,

    /**
     * Nothing: answers before the commit. A sabotage for tests of the tests: a check for lost writes that stays green with it
     * proves nothing.
     */
    NOTHING
}
