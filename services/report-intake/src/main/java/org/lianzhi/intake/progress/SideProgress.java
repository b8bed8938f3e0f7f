package org.lianzhi.intake.progress;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When each kind of step was first there in one side's record.
 *
 * @param steps time by key
 * @param outcome code with which it was closed; null while it is open
 */
public record SideProgress(
        Map<String, Instant> steps, @Nullable String outcome) {

    static final SideProgress NONE = new SideProgress(Map.of(), null);

    public SideProgress {
        // Not Map.copyOf: its order differs from process to process, and a rebuild must make the same document.
        steps = Collections.unmodifiableSortedMap(new TreeMap<>(steps));
    }

    @Nullable
    Instant at(String key) {
        return steps.get(key);
    }

    SideProgress with(String key, Instant at) {
        if (steps.containsKey(key)) {
            return this;
        }
        Map<String, Instant> more = new HashMap<>(steps);
        more.put(key, at);
        return new SideProgress(more, outcome);
    }

    SideProgress closed(String outcome, Instant at) {
        return new SideProgress(with(CaseProgress.CLOSED, at).steps(), outcome);
    }

    SideProgress reopened(Instant at) {
        Map<String, Instant> left = new HashMap<>(steps);
        left.remove(CaseProgress.CLOSED);
        left.remove(CaseProgress.CONCLUDED);
        left.put(CaseProgress.REOPENED, at);
        return new SideProgress(left, null);
    }
}
