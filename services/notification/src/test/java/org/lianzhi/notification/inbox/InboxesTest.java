package org.lianzhi.notification.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lianzhi.journal.IncomingEvent;
import org.lianzhi.journal.StreamId;
import org.lianzhi.model.NoticeEvent.NoticeIssued;
import org.lianzhi.model.NoticeEvent.NoticeRead;
import org.lianzhi.model.SortableIds;
import org.lianzhi.model.wire.EventJson;

/** All events of a notice go to one page: one that went nowhere would stop those after it. */
class InboxesTest {

    private static final Instant AT = Instant.parse("2024-07-08T01:00:00Z");
    private static final String NOTICE = SortableIds.derive(AT, "notice");
    private static final String PAGE = Inboxes.page("hn-431129-branch", NOTICE);
    private static final String POLICY = "hn/-/policy/notice";
    private static final String OFFICER = "hn/431129-branch/officer/o-1";

    private final Inboxes inboxes = new Inboxes();

    @Test
    void what_this_version_does_not_know_goes_to_the_page_of_its_notice_and_changes_nothing_there() {
        IncomingEvent issued = event(
                POLICY,
                "notice.issued.v1",
                EventJson.write(new NoticeIssued("431129-branch", "case-opened", "42", "c-1#0", null)));
        IncomingEvent byAPolicy = event(POLICY, "notice.withdrawn.v1", "{\"bureau\":\"431129-branch\",\"why\":1}");
        IncomingEvent byAPerson = event(OFFICER, "notice.pinned.v1", "{}");
        IncomingEvent read = event(OFFICER, "notice.read.v1", EventJson.write(new NoticeRead()));

        assertThat(List.of(issued, byAPolicy, byAPerson, read))
                .allSatisfy(event -> assertThat(inboxes.documents(event)).containsExactly(PAGE));
        InboxPage page = inboxes.apply(PAGE, null, issued);
        assertThat(inboxes.apply(PAGE, page, byAPolicy)).isEqualTo(page);
        assertThat(inboxes.apply(PAGE, page, byAPerson)).isEqualTo(page);
        assertThat(inboxes.apply(PAGE, page, read).notices())
                .extracting(InboxPage.Notice::read)
                .containsExactly(true);
    }

    @Test
    void a_page_is_one_of_a_few_of_its_day() {
        assertThat(PAGE).startsWith("hn-431129-branch/2024-07-08/");
        assertThat(Inboxes.day(PAGE)).isEqualTo("2024-07-08");
        assertThat(Inboxes.day("hn-431129-branch/2024-07-08"))
                .as("of an earlier version")
                .isEqualTo("2024-07-08");
        assertThat(IntStream.range(0, 500)
                        .mapToObj(
                                number -> Inboxes.page("hn-431129-branch", SortableIds.derive(AT, "notice-" + number)))
                        .distinct())
                .hasSize(8);
    }

    /** Which parks the notice, visibly; passed over in silence it would be a gap for ever. */
    @Test
    void what_names_no_recipient_is_refused() {
        assertThatThrownBy(() -> inboxes.documents(event(POLICY, "notice.withdrawn.v1", "{}")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static IncomingEvent event(String actor, String type, String json) {
        return new IncomingEvent(
                "c-1#0",
                type,
                new StreamId("notice", NOTICE, "hn"),
                1,
                0,
                1,
                AT,
                "c-1",
                "cause",
                actor,
                Map.of(),
                "",
                "",
                json.getBytes(StandardCharsets.UTF_8));
    }
}
