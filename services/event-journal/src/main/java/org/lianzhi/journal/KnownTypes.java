package org.lianzhi.journal;

/** Which names on the wire a service understands. Others are counted and passed over: a newer side may already send them. */
@FunctionalInterface
public interface KnownTypes {

    boolean knows(String wireType);
}
