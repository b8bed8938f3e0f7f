package org.lianzhi.portal.cases;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.component.Both;
import org.lianzhi.portal.component.MapPlace;
import org.lianzhi.portal.component.Photo;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.Task;

/**
 * The joint case as one side's officer sees it.
 *
 * @param leading who leads, and whether that is settled; absent for who is not told
 * @param turn who must act next, the reader first; absent if nobody must
 * @param also whoever else must act
 * @param tasks what this officer's side can do, in the order of the procedure
 * @param waiting what this officer's side can do about the other side's silence
 * @param withdrawals what this officer's side may take back
 * @param records what both records say, row by row
 * @param results one table for each joint sample that has any
 * @param beside other cases of the same matter, and words from side to side
 * @param summary what was released of the report
 * @param done words to print if the officer has just done something; absent otherwise
 * @param left how much of it is left out
 */
public record CasePage(
        CaseHead head,
        Tag state,
        Leading.@Nullable Line leading,
        @Nullable Turn turn,
        List<Turn> also,
        List<Task> tasks,
        List<Task> waiting,
        List<Task> withdrawals,
        List<Both> records,
        List<ResultsTable> results,
        Beside beside,
        List<Row> summary,
        List<Photo> photos,
        List<MapPlace> places,
        String placesJson,
        @Nullable String done,
        Left left) {

    /** Of each kind so many are shown of a long case. */
    private static final int MOST = 10;

    /** How many are left out: other turns, tasks, rows of the records, photos. */
    public record Left(int turns, int tasks, int rows, int photos) {

        public static final Left NOTHING = new Left(0, 0, 0, 0);
    }

    /**
     * What of a case that has gone on for long is looked at every day: the most urgent turns, the first tasks and the latest
     * entries of each kind, and the latest photos. A page of everything would take as long as the case does.
     */
    CasePage shortened() {
        List<Turn> urgent = also.stream().limit(MOST).toList();
        List<Task> first = mostOfEach(tasks, Task::key);
        List<Both> latest = mostOfEach(records.reversed(), Both::key).reversed();
        List<Photo> pictures = photos.subList(Math.max(0, photos.size() - MOST), photos.size());
        return new CasePage(
                head,
                state,
                leading,
                turn,
                urgent,
                first,
                waiting,
                withdrawals,
                latest,
                results,
                beside,
                summary,
                pictures,
                places,
                placesJson,
                done,
                new Left(
                        also.size() - urgent.size(),
                        tasks.size() - first.size(),
                        records.size() - latest.size(),
                        photos.size() - pictures.size()));
    }

    private static <T> List<T> mostOfEach(List<T> all, Function<T, String> kind) {
        Map<String, Integer> taken = new HashMap<>();
        return all.stream()
                .filter(each -> taken.merge(kind.apply(each), 1, Integer::sum) <= MOST)
                .toList();
    }
}
