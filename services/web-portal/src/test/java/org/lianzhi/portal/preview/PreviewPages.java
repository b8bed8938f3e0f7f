package org.lianzhi.portal.preview;

import java.util.List;
import java.util.stream.Stream;

/** Which pages there are to look at. */
final class PreviewPages {

    private static final List<String> PUBLIC = List.of("/", "/help", "/privacy", "/accessibility", "/status");
    private static final List<String> REPORT = List.of(
            "/preview/report/start",
            "/report/phone",
            "/staff/field/phone",
            "/preview/report/question/category",
            "/preview/report/question/category?wrong",
            "/preview/report/question/place",
            "/preview/report/question/place?wrong",
            "/preview/report/question/outlet",
            "/preview/report/question/outlet?wrong",
            "/preview/report/question/facility",
            "/preview/report/question/facility?wrong",
            "/preview/report/question/when",
            "/preview/report/question/when?wrong",
            "/preview/report/question/what",
            "/preview/report/question/what?wrong",
            "/preview/report/question/photos",
            "/preview/report/question/contact",
            "/preview/report/question/contact?wrong",
            "/preview/report/check",
            "/preview/report/check?away=away",
            "/preview/report/check?away=toooften",
            "/preview/report/check?away=work",
            "/preview/report/enter",
            "/preview/report/enter?wrong",
            "/preview/report/entered",
            "/preview/report/near",
            "/preview/report/done",
            "/preview/report/done?follows");
    private static final List<String> STATUS = List.of(
            "/preview/status/under-way",
            "/preview/status/report-follows",
            "/preview/status/closed",
            "/preview/status/unsubstantiated",
            "/preview/status/asked",
            "/preview/status/merged",
            "/preview/status/dismissed",
            "/preview/status/contest",
            "/preview/status/add",
            "/preview/status/rating",
            "/preview/status/review",
            "/status/pressure",
            "/status/open");

    private static final List<String> STAFF = List.of(
            "/preview/staff/worklist",
            "/preview/staff/worklist-empty",
            "/preview/staff/absences",
            "/preview/staff/absences?wrong",
            "/preview/staff/papers",
            "/preview/staff/papers-none",
            "/preview/staff/paper",
            "/preview/staff/paper-decided",
            "/preview/staff/paper-decision",
            "/preview/staff/paper-decision?wrong",
            "/preview/staff/inbox",
            "/preview/staff/samples",
            "/preview/operations/some",
            "/preview/operations/none",
            "/preview/operations/decide",
            "/preview/staff/report",
            "/preview/staff/report-sealed",
            "/preview/staff/pin",
            "/preview/staff/note",
            "/preview/staff/report-decided",
            "/preview/staff/report-asked",
            "/preview/staff/report-proposed",
            "/preview/staff/report-merged",
            "/preview/staff/report-transferred",
            "/preview/staff/transfer",
            "/preview/staff/objection",
            "/preview/staff/settlement",
            "/preview/staff/verification",
            "/preview/staff/correction-category",
            "/preview/staff/correction-place",
            "/preview/staff/question",
            "/preview/staff/merge",
            "/preview/staff/outcome",
            "/preview/staff/second",
            "/preview/staff/taking-up",
            "/preview/staff/report-renewal",
            "/preview/staff/report-renewed",
            "/preview/staff/reply",
            "/preview/staff/review",
            "/preview/staff/not-accepted",
            "/preview/staff/side",
            "/preview/staff/cover",
            "/preview/staff/identity",
            "/preview/staff/identified",
            "/preview/staff/keep-hold",
            "/preview/staff/keep-hold-end",
            "/preview/staff/keep-erasure",
            "/preview/staff/release",
            "/preview/staff/confirm",
            "/preview/case/opened",
            "/preview/case/middle",
            "/preview/case/closed",
            "/preview/supervision/cases",
            "/preview/supervision/timeline",
            "/preview/supervision/timeline-broken",
            "/preview/supervision/timeline-inspector",
            "/preview/supervision/as-of",
            "/preview/supervision/as-of-wrong",
            "/preview/supervision/figures",
            "/preview/supervision/figures-behind",
            "/preview/supervision/records",
            "/preview/supervision/records-none",
            "/preview/instruction/all",
            "/preview/instruction/list",
            "/preview/instruction/give",
            "/preview/instruction/confirm",
            "/preview/instruction/grading",
            "/preview/instruction/designation",
            "/preview/session/away",
            "/preview/instruction/extend",
            "/preview/access/looks",
            "/preview/access/review",
            "/preview/inspector/all",
            "/preview/inspector/grant",
            "/preview/inspector/looks",
            "/preview/inspector/end",
            "/preview/inspector/granted",
            "/preview/inspector/none",
            "/preview/inspector/cases");

    private PreviewPages() {}

    static List<String> addresses() {
        return Stream.of(PUBLIC, REPORT, STATUS, STAFF, steps())
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> steps() {
        return StepPreview.STEPS.keySet().stream()
                .sorted()
                .map(step -> "/preview/step/" + step)
                .flatMap(address -> Stream.of(address, address + "?wrong"))
                .toList();
    }
}
