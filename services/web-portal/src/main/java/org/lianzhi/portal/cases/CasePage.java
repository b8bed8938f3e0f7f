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
 * @param turn who must act next; absent once the case is closed
 * @param tasks what this officer's side can do, in the order of the procedure
 * @param records what both records say, row by row
 * @param summary what was released of the report
 * @param done words to print if the officer has just done something; absent otherwise
 */
public record CasePage(
        CaseHead head,
        Tag state,
        @Nullable Turn turn,
        List<Task> tasks,
        List<Both> records,
        @Nullable ResultsTable results,
        List<Row> summary,
        List<Photo> photos,
        List<MapPlace> places,
        String placesJson,
        @Nullable String done) {}
