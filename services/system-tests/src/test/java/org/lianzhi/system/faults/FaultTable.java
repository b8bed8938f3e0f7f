package org.lianzhi.system.faults;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/** Ends a run with one line for each fault, over all of its rounds. Registered with the launcher of the tests. */
public final class FaultTable implements TestExecutionListener {

    private static final Pattern VALUE = Pattern.compile("(\\w+)=([0-9.]+)");

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        Map<String, Map<String, Double>> rows = new TreeMap<>();
        Faults.told().forEach(line -> add(rows, line));
        if (rows.isEmpty()) {
            return;
        }
        System.out.printf(
                "%-22s %6s %9s %9s %5s %8s %9s %8s %10s%n",
                "", "rounds", "accepted", "delivered", "lost", "doubled", "disorder", "unknown", "drained s");
        rows.forEach((name, row) -> System.out.printf(
                Locale.ROOT,
                "%-22s %6.0f %9.0f %9.0f %5.0f %8.0f %9.0f %8.0f %10.1f%n",
                name,
                row.get("rounds"),
                row.get("accepted"),
                row.get("delivered"),
                row.get("lost"),
                row.get("duplicated_effects"),
                row.get("order_violations"),
                row.get("unknown_resolved"),
                row.get("drained_in")));
    }

    private static void add(Map<String, Map<String, Double>> rows, String line) {
        String name = line.substring(0, line.indexOf(" seed="));
        Map<String, Double> row = rows.computeIfAbsent(sortable(name), any -> new LinkedHashMap<>());
        row.merge("rounds", 1.0, Double::sum);
        Matcher value = VALUE.matcher(line);
        while (value.find()) {
            boolean longest = value.group(1).equals("drained_in");
            row.merge(value.group(1), Double.parseDouble(value.group(2)), longest ? Math::max : Double::sum);
        }
    }

    private static String sortable(String name) {
        return name.replaceFirst("^FAULT (\\d)$", "FAULT 0$1");
    }
}
