package org.lianzhi.timeline.board;

import org.lianzhi.model.CaseEvent;

/** What an event is about, as a code of the states of a case. */
final class Phases {

    private Phases() {}

    /** @param before of the same record: who waits does not change what is waited for */
    static String of(CaseEvent event, String before) {
        return switch (event) {
            case CaseEvent.CaseAcknowledged e -> "inspecting";
            case CaseEvent.CaseDeclined e -> "declined";
            case CaseEvent.AboutTakingPart e -> "acknowledging";
            case CaseEvent.AboutJurisdiction e -> before;
            case CaseEvent.InspectionRecorded e -> "sampling";
            case CaseEvent.AboutInspection e -> "inspecting";
            case CaseEvent.ResultsReported e -> "finding";
            case CaseEvent.AboutSample e -> "sampling";
            case CaseEvent.FindingConfirmed e -> "rectifying";
            case CaseEvent.AboutFinding e -> "finding";
            case CaseEvent.AboutRectification e -> "rectifying";
            case CaseEvent.CaseClosed e -> "closed";
            case CaseEvent.CaseReopened e -> "inspecting";
            case CaseEvent.AboutClosure e -> "signing";
            case CaseEvent.AboutAfterCheck e -> before;
            case CaseEvent.AboutDisposition e -> before;
            case CaseEvent.AboutEmergency e -> before;
            case CaseEvent.AboutPaper e -> before;
            case CaseEvent.AboutContext e -> before;
            case CaseEvent.AboutSilence e -> before;
        };
    }
}
