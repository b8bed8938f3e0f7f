package org.lianzhi.benchmarks;

/** What a ratio should come to. */
record Target(boolean atLeast, double value) {

    static Target atLeast(double value) {
        return new Target(true, value);
    }

    static Target atMost(double value) {
        return new Target(false, value);
    }

    boolean isMetBy(double ratio) {
        return atLeast ? ratio >= value : ratio <= value;
    }

    @Override
    public String toString() {
        return (atLeast ? ">=" : "<=") + Numbers.plain(value);
    }
}
