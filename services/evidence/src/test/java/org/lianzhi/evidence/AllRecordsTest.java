package org.lianzhi.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lianzhi.evidence.domain.Claim;
import org.lianzhi.evidence.domain.Commits;
import org.lianzhi.evidence.domain.Stored;
import org.lianzhi.journal.Head;
import org.lianzhi.journal.StreamId;

class AllRecordsTest {

    private static final String HUNAN = "case-a@hn";
    private static final Instant AT = Instant.parse("2024-07-29T02:00:00Z");
    private static final Duration ON_ITS_WAY = Duration.ofHours(1);

    private final List<String> told = new ArrayList<>();

    @Test
    void a_matter_that_cannot_be_checked_hinders_no_other() {
        Lying store = new Lying("journal", Map.of(HUNAN, stored(HUNAN, 2), "case-b@hn", stored("case-b@hn", 2))) {
            @Override
            public List<Stored> read(String stream) {
                if (stream.equals(HUNAN)) {
                    throw new IllegalStateException("nobody thought of this");
                }
                return super.read(stream);
            }
        };
        check(store);
        assertThat(told).containsExactly("case-a failed", "case-b@hn in journal: null after 2");
    }

    @Test
    void a_record_that_is_gone_as_a_whole_is_missed_where_it_was_written() {
        Lying journal = new Lying("journal", Map.of());
        check(journal, copies(Map.of(HUNAN, stored(HUNAN, 3))));
        assertThat(told)
                .containsExactly("case-a@hn in journal: truncated after 0", "case-a@hn in timeline: null after 3");
    }

    @Test
    void a_record_whose_head_another_one_names_is_missed() {
        Head seen = Commits.record(HUNAN, 3, "original", Map.of()).getLast().head();
        List<Stored> naming = Commits.stored(Commits.record("case-a@gx", 2, "original", Map.of(2L, seen)));
        check(new Lying("journal", Map.of("case-a@gx", naming)));
        assertThat(told)
                .containsExactly("case-a@gx in journal: null after 2", "case-a@hn in journal: truncated after 0");
    }

    @Test
    void what_belongs_elsewhere_is_not_missed_and_a_copy_may_be_on_its_way() {
        Lying ofGuangxi = new Lying("journal", Map.of()) {
            @Override
            public boolean holds(StreamId stream) {
                return stream.side().equals("gx");
            }
        };
        check(ofGuangxi, copies(Map.of(HUNAN, stored(HUNAN, 3))));
        assertThat(told).containsExactly("case-a@hn in timeline: null after 3");
        told.clear();
        check(new Lying("journal", Map.of(HUNAN, stored(HUNAN, 3))), copies(Map.of()));
        assertThat(told).containsExactly("case-a@hn in journal: null after 3");
    }

    @Test
    void what_is_written_while_the_check_runs_is_no_difference() {
        List<Stored> record = stored(HUNAN, 3);
        List<Stored> written = new ArrayList<>(record.subList(0, 2));
        Lying journal = new Lying("journal", Map.of(HUNAN, written));
        Lying copies = new Lying("timeline", Map.of(HUNAN, record)) {
            @Override
            public boolean isOrigin() {
                return false;
            }

            @Override
            public List<Stored> read(String stream) {
                written.add(record.getLast());
                return super.read(stream);
            }
        };
        check(journal, copies);
        assertThat(told).containsExactly("case-a@hn in journal: null after 3", "case-a@hn in timeline: null after 3");
    }

    @Test
    void what_both_sides_write_while_the_check_runs_is_no_difference() {
        List<Stored> hunan = stored(HUNAN, 3);
        Head seen = Commits.record(HUNAN, 3, "original", Map.of()).getLast().head();
        List<Stored> guangxi = Commits.stored(Commits.record("case-a@gx", 2, "original", Map.of(2L, seen)));
        Map<String, List<Stored>> read = new HashMap<>(Map.of(HUNAN, hunan.subList(0, 2), "case-a@gx", guangxi));
        check(new Lying("journal", read) {
            @Override
            public List<Stored> read(String stream) {
                List<Stored> now = super.read(stream);
                if (stream.equals(HUNAN)) {
                    read.put(HUNAN, hunan);
                }
                return now;
            }
        });
        assertThat(told).containsExactly("case-a@gx in journal: null after 2", "case-a@hn in journal: null after 3");
    }

    @Test
    void a_copy_to_which_the_end_has_not_come_is_behind_when_the_journal_has_it_and_agrees() {
        List<Claim> signed = List.of(signed(3, AT));
        Lying journal = new Lying("journal", Map.of(HUNAN, stored(HUNAN, 3)));
        check(signed, journal, copies(Map.of(HUNAN, stored(HUNAN, 2))));
        assertThat(told).containsExactly("case-a@hn in journal: null after 3", "case-a@hn in timeline: behind after 2");
        told.clear();
        check(signed, journal, copies(Map.of()));
        assertThat(told).containsExactly("case-a@hn in journal: null after 3", "case-a@hn in timeline: behind after 0");
        told.clear();
        check(signed, new Lying("journal", Map.of(HUNAN, stored(HUNAN, 2))), copies(Map.of(HUNAN, stored(HUNAN, 2))));
        assertThat(told)
                .as("both were cut off")
                .containsExactly("case-a@hn in journal: truncated after 2", "case-a@hn in timeline: truncated after 2");
    }

    @Test
    void a_commit_of_which_a_part_has_come_is_on_its_way_when_it_is_the_last() {
        List<Stored> record = stored(HUNAN, 3);
        Stored half = new Stored.Unreadable(2, "missing");
        Lying journal = new Lying("journal", Map.of(HUNAN, record));
        check(journal, copies(Map.of(HUNAN, List.of(record.getFirst(), half))));
        assertThat(told).containsExactly("case-a@hn in journal: null after 3", "case-a@hn in timeline: behind after 1");
        told.clear();
        check(journal, copies(Map.of(HUNAN, List.of(record.getFirst(), half, record.getLast()))));
        assertThat(told)
                .containsExactly("case-a@hn in journal: null after 3", "case-a@hn in timeline: missing after 1");
    }

    @Test
    void without_the_journal_a_copy_is_behind_if_what_it_lacks_was_signed_within_the_time() {
        Lying copies = copies(Map.of(HUNAN, stored(HUNAN, 2)));
        check(List.of(signed(3, AT)), copies);
        check(List.of(signed(3, AT), signed(1, AT.plus(ON_ITS_WAY))), copies);
        assertThat(told)
                .containsExactly("case-a@hn in timeline: behind after 2", "case-a@hn in timeline: truncated after 2");
    }

    private static Claim signed(int version, Instant at) {
        Head head =
                Commits.record(HUNAN, version, "original", Map.of()).getLast().head();
        return new Claim(Claim.CHECKPOINT, "gx", "checkpoint-0@hn", 1, at, HUNAN, version, head.hash());
    }

    private static Lying copies(Map<String, List<Stored>> records) {
        return new Lying("timeline", records) {
            @Override
            public boolean isOrigin() {
                return false;
            }
        };
    }

    private void check(RecordStore... stores) {
        check(List.of(), stores);
    }

    private void check(List<Claim> signed, RecordStore... stores) {
        new AllRecords(List.of(stores), signed, ON_ITS_WAY)
                .check(
                        (store, verdict) -> told.add(verdict.stream() + " in " + store.name() + ": " + verdict.problem()
                                + " after " + verdict.commits()),
                        (matter, why) -> told.add(matter + " failed"));
    }

    private static List<Stored> stored(String stream, int commits) {
        return Commits.stored(Commits.record(stream, commits, "original", Map.of()));
    }

    /** Records that lie in a map. */
    private static class Lying implements RecordStore {

        private final String name;
        private final Map<String, List<Stored>> records;

        Lying(String name, Map<String, List<Stored>> records) {
            this.name = name;
            this.records = records;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean isOrigin() {
            return true;
        }

        @Override
        public boolean holds(StreamId stream) {
            return true;
        }

        @Override
        public SortedSet<String> streams() {
            return new TreeSet<>(records.keySet());
        }

        @Override
        public SortedSet<String> strays() {
            return new TreeSet<>();
        }

        @Override
        public List<Stored> read(String stream) {
            return records.getOrDefault(stream, List.of());
        }
    }
}
