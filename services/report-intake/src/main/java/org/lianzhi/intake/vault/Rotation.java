package org.lianzhi.intake.vault;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes the keys that wrap the data keys. A run makes a new key, wraps every data key by it and puts the earlier ones aside.
 * A run that dies is gone on with by the next, which makes no further key before it is through.
 */
public final class Rotation {

    private static final Logger LOG = LoggerFactory.getLogger(Rotation.class);
    private static final int AT_ONCE = 500;

    private final VaultKeys keys;
    private final Vault vault;

    public Rotation(VaultKeys keys, Vault vault) {
        this.keys = keys;
        this.vault = vault;
    }

    /**
     * What a run did to a ring.
     *
     * @param key id of the current key
     * @param rewrapped data keys that it wraps since this run
     * @param retired earlier keys that were put aside
     */
    public record Rotated(String ring, String key, long rewrapped, int retired) {}

    public List<Rotated> run() {
        return keys.rings().stream().map(this::rotate).toList();
    }

    private Rotated rotate(String ring) {
        if (vault.earlier(ring) == 0) {
            keys.renew(ring);
        }
        long rewrapped = 0;
        for (long some = vault.rewrap(ring, AT_ONCE); some > 0; some = vault.rewrap(ring, AT_ONCE)) {
            rewrapped += some;
        }
        int retired = vault.earlier(ring) == 0 ? keys.retire(ring) : 0;
        Rotated rotated = new Rotated(ring, keys.ring(ring).current(), rewrapped, retired);
        LOG.info("keys were changed: {}", rotated);
        return rotated;
    }
}
