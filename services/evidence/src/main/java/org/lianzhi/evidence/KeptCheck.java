package org.lianzhi.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.CommitHash;
import org.lianzhi.journal.Head;
import org.lianzhi.journal.MerkleRoot;
import org.lianzhi.model.EvidenceEvent.CheckpointSigned;

/**
 * Whether the checkpoints of a side that one keeper has are complete and add up.
 *
 * @param last when the last one was signed; null when it does not tell
 * @param problems in words of a report, such as {@code 5 is missing}
 */
public record KeptCheck(
        String keeper, String side, int count, @Nullable Instant last, List<String> problems) {

    public KeptCheck {
        problems = List.copyOf(problems);
    }

    /**
     * Checks them.
     *
     * @param kept in the order of their numbers
     * @param due the highest number that a keeper must have by now
     */
    public static KeptCheck of(String keeper, String side, List<KeptReading.Checked> kept, long due) {
        List<String> problems = new ArrayList<>();
        Map<String, Head> heads = new HashMap<>();
        long number = 0;
        // Of the one before; null when that proves nothing.
        String root = CommitHash.GENESIS;
        for (KeptReading.Checked checked : kept) {
            long own = checked.kept().number();
            missing(number + 1, own - 1, problems);
            if (checked.kept().holds().filter(holds -> !holds).isPresent()) {
                problems.add(own + " is not kept as it came: its hash is one of something else");
            }
            switch (checked.seal()) {
                case Seal.Refused(String reason) -> {
                    problems.add(own + " proves nothing: " + inWords(reason));
                    root = null;
                }
                case Seal.Sound(SignedWord word, CheckpointSigned checkpoint) -> {
                    if (own == number + 1
                            && root != null
                            && !checkpoint.previousRoot().equals(root)) {
                        problems.add(own + " does not follow the one before");
                    }
                    checkpoint
                            .changed()
                            .forEach(head -> heads.put(head.stream(), new Head(head.version(), head.hash())));
                    root = checkpoint.root();
                }
            }
            number = own;
        }
        if (!kept.isEmpty()
                && problems.isEmpty()
                && !MerkleRoot.ofHeads(new TreeMap<>(heads)).equals(root)) {
            problems.add("their heads do not give the root of the last");
        }
        missing(number + 1, due, problems);
        return new KeptCheck(keeper, side, kept.size(), lastOf(kept), problems);
    }

    private static void missing(long from, long to, List<String> problems) {
        if (from <= to) {
            problems.add(from == to ? from + " is missing" : from + " to " + to + " are missing");
        }
    }

    private static String inWords(String reason) {
        return switch (reason) {
            case "key" -> "signed with a key that is not known for it";
            case "content" -> "another content than was signed, or one that it may not have";
            default -> "its signature is false";
        };
    }

    private static @Nullable Instant lastOf(List<KeptReading.Checked> kept) {
        return !kept.isEmpty() && kept.getLast().seal() instanceof Seal.Sound sound
                ? sound.word().at()
                : null;
    }
}
