package org.lianzhi.portal.triage;

import java.util.List;
import org.lianzhi.portal.component.Photo;
import org.lianzhi.portal.component.Row;

/**
 * Exactly what will cross, to whom, and what stays.
 *
 * @param crosses every value that is sent, word by word
 * @param photos the photos that are sent
 * @param stays message keys of what is kept back
 * @param recipients names of the offices that will read it
 * @param digest of what is shown here, so that nothing else is sent than what was read
 */
public record ReleaseConfirmPage(
        String href,
        String number,
        List<Row> crosses,
        List<Photo> photos,
        List<String> stays,
        List<String> recipients,
        String digest) {}
