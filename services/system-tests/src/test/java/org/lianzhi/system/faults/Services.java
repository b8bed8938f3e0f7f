package org.lianzhi.system.faults;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.lianzhi.test.SharedClasses;

/**
 * The services of a ground: one process, which starts fast, or one each, as where they are deployed apart: a death then takes
 * one of them while the others go on.
 */
final class Services {

    /** Those that append to a journal; the timeline only reads. */
    private static final List<String> WRITERS = List.of("report-intake", "joint-investigation", "notification");

    private static final Duration LONGEST_LIFE = Duration.ofMinutes(2);

    private final Ground ground;
    private final Map<String, String> settings;
    private final Map<List<String>, Part> processes = new LinkedHashMap<>();

    private Services(Ground ground, Map<String, String> settings) {
        this.ground = ground;
        this.settings = Map.copyOf(settings);
    }

    /**
     * Starts them in one process and waits until all of them run.
     *
     * @param more settings of all of them
     */
    static Services start(Ground ground, Map<String, String> more) {
        return start(ground, List.of(Ground.SERVICES), more);
    }

    /** The same in processes of their own. In an ordinary build, where one dies once, starting four would take longer. */
    Services apart() {
        if (Faults.SEEDS == 1) {
            return this;
        }
        kill();
        return start(ground, Ground.SERVICES.stream().map(List::of).toList(), settings);
    }

    private static Services start(Ground ground, List<List<String>> groups, Map<String, String> more) {
        Services services = new Services(ground, more);
        groups.forEach(group -> services.processes.put(group, ground.launch(group, services.settings)));
        services.processes.values().forEach(Part::ready);
        SharedClasses.keep();
        return services;
    }

    boolean isAlive() {
        return processes.values().stream().allMatch(Part::isAlive);
    }

    /** All of them. */
    void kill() {
        processes.values().forEach(Part::kill);
    }

    /** To all of them. */
    void order(String order) {
        processes.values().forEach(process -> process.order(order));
    }

    /** To one of them that writes, and to what runs in the same process. */
    void orderOne(Random random, String order) {
        process(writer(random)).order(order);
    }

    /** Lets one of them that writes die at a place that it passes, after some passes; another one takes over. */
    void oneDiesAt(Random random, String place, int passes) {
        diesAt(writer(random), place, passes);
    }

    /** Lets this one die at a place that it passes, after some passes; another one takes over. */
    void diesAt(String service, String place, int passes) {
        diesAt(service, place, passes, () -> {});
    }

    /** @param meanwhile what is done between the death and the next start */
    void diesAt(String service, String place, int passes, Runnable meanwhile) {
        Part process = process(service);
        process.order("halt " + place + " " + passes);
        process.awaitEnd(LONGEST_LIFE);
        meanwhile.run();
        processes.replaceAll((group, any) -> any == process ? ground.start(group, settings) : any);
    }

    private static String writer(Random random) {
        return WRITERS.get(random.nextInt(WRITERS.size()));
    }

    private Part process(String service) {
        return processes.entrySet().stream()
                .filter(entry -> entry.getKey().contains(service))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    /** How often all of them together have logged this. */
    int logged(String words) {
        return processes.values().stream()
                .mapToInt(process -> process.log().split(words, -1).length - 1)
                .sum();
    }
}
