package org.lianzhi.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the store keeps its data and listens.
 *
 * @param folder the folder of the store's files, created when missing; null keeps everything in memory
 * @param port on the loopback interface; 0 picks a free one
 * @param durability what an acknowledged write survives; without meaning in memory
 */
public record StoreSettings(@Nullable Path folder, int port, Durability durability) {

    public static StoreSettings in(Path folder) {
        return new StoreSettings(folder, 0, Durability.POWER_LOSS);
    }

    public static StoreSettings inMemory() {
        return new StoreSettings(null, 0, Durability.PROCESS_DEATH);
    }

    public StoreSettings withPort(int port) {
        return new StoreSettings(folder, port, durability);
    }

    public StoreSettings withDurability(Durability durability) {
        return new StoreSettings(folder, port, durability);
    }
}
