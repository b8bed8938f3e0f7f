package org.lianzhi.portal.supervision;

import java.util.List;
import org.lianzhi.portal.component.Entry;
import org.lianzhi.portal.component.Pages;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.component.Tag;
import org.lianzhi.portal.component.View;

/**
 * Every step of a case, by whom, and how long it took.
 *
 * @param orders newest first or oldest first
 * @param entries in the order wished
 */
public record TimelinePage(
        String number,
        String title,
        boolean synthetic,
        Tag state,
        List<Row> facts,
        List<View> orders,
        List<Entry> entries,
        Pages pages,
        Verification verification) {}
