package org.lianzhi.portal.report;

import java.util.List;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.upload.SentPhoto;

/** Everything that will be sent, as the citizen said it. */
public record CheckPage(List<Row> pollution, List<Row> contact, List<SentPhoto> photos) {

    public CheckPage {
        pollution = List.copyOf(pollution);
        contact = List.copyOf(contact);
        photos = List.copyOf(photos);
    }
}
