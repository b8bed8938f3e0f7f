package org.lianzhi.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * What the rounds of one comparison came to. Each round measures A and B twice in the order A B B A, so that whatever
 * drifts during a round drifts for both.
 */
record Ratios(List<Round> rounds) {

    Ratios {
        rounds = List.copyOf(rounds);
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("no rounds");
        }
    }

    /** One side of a comparison, measured once, in any unit that both sides share. */
    @FunctionalInterface
    interface Side {
        double measure() throws Exception;
    }

    /** The four figures of one round, in the order in which they were measured. */
    record Round(double firstA, double firstB, double secondB, double secondA) {

        double ratio() {
            return (firstA + secondA) / (firstB + secondB);
        }

        /** A against A: what the ratio would be if there were nothing to see. */
        double control() {
            return secondA / firstA;
        }
    }

    static Ratios abba(int rounds, Side a, Side b) throws Exception {
        List<Round> measured = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            double firstA = a.measure();
            double firstB = b.measure();
            double secondB = b.measure();
            double secondA = a.measure();
            measured.add(new Round(firstA, firstB, secondB, secondA));
        }
        return new Ratios(measured);
    }

    double median() {
        return medianOf(rounds.stream().map(Round::ratio).toList());
    }

    double least() {
        return rounds.stream().mapToDouble(Round::ratio).min().orElseThrow();
    }

    double most() {
        return rounds.stream().mapToDouble(Round::ratio).max().orElseThrow();
    }

    double control() {
        return medianOf(rounds.stream().map(Round::control).toList());
    }

    /** The median of all single figures of A. */
    double a() {
        return medianOf(rounds.stream()
                .flatMap(round -> List.of(round.firstA(), round.secondA()).stream())
                .toList());
    }

    /** The median of all single figures of B. */
    double b() {
        return medianOf(rounds.stream()
                .flatMap(round -> List.of(round.firstB(), round.secondB()).stream())
                .toList());
    }

    static double medianOf(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
