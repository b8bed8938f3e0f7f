package org.lianzhi.journal;

/** Hears of every commit that this instance appended, once it is durable. Must not block and must not throw. */
@FunctionalInterface
public interface AppendListener {

    void appended(Commit commit);
}
