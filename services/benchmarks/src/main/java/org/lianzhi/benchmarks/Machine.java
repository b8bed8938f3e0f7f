package org.lianzhi.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What it was measured on. */
final class Machine {

    private static final Path CPU = Path.of("/proc/cpuinfo");
    private static final double MIB = 1024.0 * 1024.0;

    private Machine() {}

    static Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("processor", processor());
        facts.put("processors", Runtime.getRuntime().availableProcessors());
        if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
            facts.put("memoryMiB", Math.round(system.getTotalMemorySize() / MIB));
            facts.put("loadAverage", system.getSystemLoadAverage());
        }
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("java", Runtime.version().toString());
        facts.put("jvmArguments", ManagementFactory.getRuntimeMXBean().getInputArguments());
        return facts;
    }

    private static String processor() {
        try {
            return Files.exists(CPU)
                    ? Files.readAllLines(CPU).stream()
                            .filter(line -> line.startsWith("model name"))
                            .map(line -> line.substring(line.indexOf(':') + 1).strip())
                            .findFirst()
                            .orElse(System.getProperty("os.arch"))
                    : System.getProperty("os.arch");
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
