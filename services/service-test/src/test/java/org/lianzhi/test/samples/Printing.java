package org.lianzhi.test.samples;

final class Printing {
    static void print() {
        System.out.println();
    }
}
