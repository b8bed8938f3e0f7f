package org.lianzhi.portal.cases;

import java.util.List;
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
        @Nullable String done) {}
