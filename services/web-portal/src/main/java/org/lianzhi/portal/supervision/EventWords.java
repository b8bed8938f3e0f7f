package org.lianzhi.portal.supervision;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianzhi.model.AccessEvent;
import org.lianzhi.model.CaseEvent;
import org.lianzhi.model.CaseEvent.AboutAfterCheck;
import org.lianzhi.model.CaseEvent.AboutClosure;
import org.lianzhi.model.CaseEvent.AboutFinding;
import org.lianzhi.model.CaseEvent.AboutInspection;
import org.lianzhi.model.CaseEvent.AboutJurisdiction;
import org.lianzhi.model.CaseEvent.AboutRectification;
import org.lianzhi.model.CaseEvent.AboutSample;
import org.lianzhi.model.CaseEvent.AboutSilence;
import org.lianzhi.model.CaseEvent.AboutTakingPart;
import org.lianzhi.model.CaseEvent.Capacity;
import org.lianzhi.model.DeskEvent;
import org.lianzhi.model.EvidenceEvent;
import org.lianzhi.model.NoticeEvent;
import org.lianzhi.model.PublishedEvent;
import org.lianzhi.model.ReleasedSummary;
import org.lianzhi.model.ReportEvent;
import org.lianzhi.model.Side;
import org.lianzhi.model.SupervisionEvent;
import org.lianzhi.portal.cases.Dispositions;
import org.lianzhi.portal.cases.Leading;
import org.lianzhi.portal.cases.Papers;
import org.lianzhi.portal.words.Words;
import org.springframework.stereotype.Component;

/** What an event says, in a few lines; what happened is told by its title. */
@Component
class EventWords {

    private final Words words;
    private final Leading leading;
    private final Dispositions dispositions;
    private final Papers papers;

    EventWords(Words words, Leading leading, Dispositions dispositions, Papers papers) {
        this.papers = papers;
        this.dispositions = dispositions;
        this.words = words;
        this.leading = leading;
    }

    List<String> of(PublishedEvent event) {
        return switch (event) {
            case AboutTakingPart part -> takingPart(part);
            case AboutJurisdiction jurisdiction -> jurisdiction(jurisdiction);
            case AboutInspection inspection -> inspection(inspection);
            case AboutSample sample -> sample(sample);
            case AboutFinding finding -> finding(finding);
            case AboutRectification rectification -> rectification(rectification);
            case AboutAfterCheck check -> afterCheck(check);
            case CaseEvent.DispositionDecided decided -> disposition(decided);
            case CaseEvent.AboutEmergency emergency -> emergency(emergency);
            case CaseEvent.PaperIssued issued ->
                papers.lines(
                        issued.kind(),
                        issued.number(),
                        issued.office(),
                        issued.issuedOn(),
                        issued.about(),
                        issued.party(),
                        issued.partyWords());
            case CaseEvent.AboutContext context -> context(context);
            case AboutClosure closure -> closure(closure);
            case AboutSilence silence -> silence(silence);
            case ReportEvent report -> report(report);
            case NoticeEvent.NoticeIssued issued ->
                lines(words.office(issued.bureau()), words.sayOr("notice." + issued.kind(), issued.kind()));
            case NoticeEvent.NoticeRead read -> List.of();
            case EvidenceEvent evidence -> List.of();
            case SupervisionEvent supervision -> supervision(supervision);
            // Stands in no timeline.
            case AccessEvent access -> List.of();
            case DeskEvent desk -> List.of();
        };
    }

    private List<String> takingPart(AboutTakingPart event) {
        return switch (event) {
            case CaseEvent.CaseOpened e ->
                lines(
                        parties(e.lead(), e.counterpart()),
                        summary(e.summary()),
                        words.say("event.says.acknowledgeBy", words.moment(e.acknowledgeBy())));
            case CaseEvent.CaseJoined e ->
                lines(words.office(e.bureau()), words.say("event.says.acknowledgeBy", words.moment(e.acknowledgeBy())));
            case CaseEvent.CaseAcknowledged e -> lines(words.office(e.bureau()));
            case CaseEvent.CaseDeclined e ->
                lines(words.sayOr("case.acknowledge.reason." + e.reason(), e.reason()), e.explanation());
            case CaseEvent.AcknowledgementMissed e -> lines(words.say("event.says.dueWas", words.moment(e.dueAt())));
        };
    }

    private String parties(Side lead, Side counterpart) {
        return words.say("event.says.parties", words.side(lead.code()), words.side(counterpart.code()));
    }

    private String summary(ReleasedSummary summary) {
        return words.title(summary.category(), summary.affectedWater());
    }

    private List<String> jurisdiction(AboutJurisdiction event) {
        return switch (event) {
            case CaseEvent.JurisdictionStated e -> leading.lines(e.lead().code(), e.grounds(), e.explanation());
            case CaseEvent.DecisionReceived e ->
                lines(
                        leading.document(e.issuer(), e.number(), words.day(e.decidedOn())),
                        words.say("case.says.leads", words.side(e.lead().code())));
        };
    }

    private List<String> inspection(AboutInspection event) {
        return switch (event) {
            case CaseEvent.InspectionProposed e ->
                lines(
                        words.say("case.says.visit", words.moment(e.startsAt()), words.place(e.meetingPoint())),
                        words.say("case.says.purpose", e.purpose()));
            case CaseEvent.InspectionAccepted e -> List.of();
            case CaseEvent.InspectionDeclined e -> lines(e.reasons());
            case CaseEvent.InspectionRecorded e ->
                lines(
                        words.say(
                                "case.says.present",
                                capacity(e.capacity()),
                                e.inspectors().size()),
                        e.notes(),
                        e.photos().isEmpty()
                                ? null
                                : words.say("case.says.photos", e.photos().size()));
        };
    }

    private String capacity(Capacity capacity) {
        return words.say(capacity == Capacity.ENFORCING ? "case.capacity.enforcing" : "case.capacity.attending");
    }

    private List<String> sample(AboutSample event) {
        return switch (event) {
            case CaseEvent.SampleTaken e ->
                lines(
                        words.say(
                                "case.says.sample",
                                e.number(),
                                words.sayOr("case.sample.part." + e.part(), e.part()),
                                words.sayOr("case.sample.medium." + e.medium(), e.medium())),
                        words.say(e.grab() ? "case.says.grab" : "case.says.composite"));
            case CaseEvent.SampleSent e ->
                lines(words.say("case.says.sent", words.office(e.laboratory()), words.moment(e.handedOverAt())));
            case CaseEvent.SampleReceived e ->
                lines(words.say(
                        e.sealIntact() ? "case.says.sealIntact" : "case.says.sealBroken",
                        words.moment(e.receivedAt())));
            case CaseEvent.ResultsReported e -> results(e);
        };
    }

    private List<String> results(CaseEvent.ResultsReported reported) {
        Stream<String> each = reported.results().stream()
                .map(result -> words.say(
                        "event.says.result",
                        words.sayOr("parameter." + result.parameter(), result.parameter()),
                        (result.belowDetection() ? "< " : "") + result.value(),
                        words.sayOr("unit." + result.unit(), result.unit()),
                        words.sayOr("verdict." + result.verdict(), result.verdict())));
        Stream<String> caveat = reported.caveat() == null
                ? Stream.empty()
                : Stream.of(words.sayOr("results.caveat." + reported.caveat(), reported.caveat()));
        return Stream.concat(each, caveat).toList();
    }

    private List<String> finding(AboutFinding event) {
        return switch (event) {
            case CaseEvent.FindingProposed e ->
                lines(
                        words.say("case.says.alleged", e.allegedCause()),
                        words.say("case.says.established", e.establishedCause()),
                        words.say("case.says.source", e.source()),
                        words.say("case.says.pathway", e.pathway()));
            case CaseEvent.FindingConfirmed e -> List.of();
            case CaseEvent.FindingDissented e -> lines(e.reasons());
            case CaseEvent.FindingWithdrawn e -> lines(e.reasons());
        };
    }

    private List<String> rectification(AboutRectification event) {
        return switch (event) {
            case CaseEvent.RectificationOrdered e ->
                Stream.concat(
                                Stream.of(
                                        words.say("case.says.addressee", e.addressee()),
                                        words.say("case.says.basis", e.legalBasis())),
                                e.measures().stream()
                                        .map(measure -> words.say(
                                                "case.says.measure",
                                                measure.description(),
                                                words.day(measure.dueOn()))))
                        .toList();
            case CaseEvent.MeasureReportedDone e ->
                lines(e.account(), words.say("case.says.doneOn", words.day(e.doneOn())));
            case CaseEvent.MeasureExtended e ->
                lines(words.say("case.says.extended", words.day(e.dueOn())), e.reasons());
            case CaseEvent.MeasureVerified e -> lines(capacity(e.capacity()), e.remarks());
            case CaseEvent.MeasureFoundWanting e -> lines(e.reasons());
        };
    }

    private List<String> disposition(CaseEvent.DispositionDecided event) {
        return Stream.concat(
                        Stream.of(words.sayOr("disposition." + event.kind(), event.kind())),
                        dispositions
                                .lines(
                                        event.number(),
                                        event.decidedOn(),
                                        event.bases(),
                                        event.conditions(),
                                        event.periodMonths(),
                                        event.reasons())
                                .stream())
                .toList();
    }

    private List<String> emergency(CaseEvent.AboutEmergency event) {
        return switch (event) {
            case CaseEvent.EmergencyMeasureTaken e ->
                lines(
                        words.sayOr("emergency." + e.kind(), e.kind()),
                        words.say("case.says.taken", words.moment(e.takenAt()), words.place(e.place())),
                        e.account());
            case CaseEvent.LetterSent e ->
                lines(
                        words.say(
                                "case.says.letter",
                                words.sayOr("letter.to." + e.addressee(), e.addressee()),
                                e.number()),
                        e.text(),
                        words.say("case.says.reply-by", words.moment(e.dueAt())));
            case CaseEvent.LetterAnswered e ->
                lines(words.say("case.says.reply", words.day(e.answeredOn()), e.account()));
        };
    }

    private List<String> context(CaseEvent.AboutContext event) {
        return switch (event) {
            case CaseEvent.CaseLinked e ->
                lines(
                        words.say("event.says.linked", words.caseNumber(e.linked())),
                        words.sayOr("link.kind." + e.kind(), e.kind()),
                        e.reason());
            case CaseEvent.CaseUnlinked e ->
                lines(words.say("event.says.linked", words.caseNumber(e.linked())), e.reason());
            case CaseEvent.Commented e -> lines(e.text());
        };
    }

    private List<String> afterCheck(AboutAfterCheck event) {
        return switch (event) {
            case CaseEvent.AfterCheckPlanned e -> lines(words.say("case.says.check-by", words.moment(e.dueAt())));
            case CaseEvent.HeavyRainRecorded e ->
                lines(
                        words.say("case.says.rain", words.moment(e.cameAt())),
                        e.account(),
                        words.say("case.says.check-by", words.moment(e.dueAt())));
            case CaseEvent.AfterChecked e ->
                lines(
                        words.say(e.shams().isEmpty() ? "state.holds" : "state.sham"),
                        words.say(
                                "case.says.present",
                                capacity(e.capacity()),
                                e.inspectors().size()),
                        e.account());
            case CaseEvent.AfterCheckMissed e ->
                lines(
                        words.say("case.after-check.by." + e.occasion()),
                        words.say("event.says.dueWas", words.moment(e.dueAt())));
        };
    }

    private List<String> closure(AboutClosure event) {
        return switch (event) {
            case CaseEvent.ClosureSigned e -> lines(outcome(e.outcome()));
            case CaseEvent.ClosureWithdrawn e -> lines(e.reasons());
            case CaseEvent.CaseClosed e -> lines(outcome(e.outcome()));
            case CaseEvent.CaseReopened e ->
                lines(words.sayOr("case.reopen.reason." + e.reason(), e.reason()), e.explanation());
        };
    }

    private List<String> silence(AboutSilence event) {
        return switch (event) {
            case CaseEvent.CounterpartReminded e ->
                lines(words.say("case.says.reminded." + e.rung(), words.office(e.to())), e.words());
            case CaseEvent.RecordConcluded e ->
                lines(words.sayOr("case.conclude.outcome." + e.outcome(), e.outcome()), e.explanation());
        };
    }

    private String outcome(String code) {
        return words.sayOr("case.outcome." + code, code);
    }

    /** The citizen's words are in no event; what an office decided is. */
    private List<String> report(ReportEvent event) {
        return switch (event) {
            case ReportEvent.ReportFiled e ->
                lines(words.sayOr("report.category." + e.category(), e.category()), words.county(e.county()));
            case ReportEvent.ReportAccepted e -> lines(words.office(e.bureau()));
            case ReportEvent.ReportNotAccepted e ->
                lines(words.sayOr("triage.reason." + e.reason(), e.reason()), e.whereToGo());
            case ReportEvent.SummaryReleased e -> lines(summary(e.summary()));
            case ReportEvent.AcceptedAsCrossBorder e -> lines(parties(e.lead(), e.counterpart()));
            case ReportEvent.ReportReplied e ->
                lines(
                        e.verification() == null
                                ? null
                                : words.sayOr("reply.verification." + e.verification(), e.verification()),
                        e.text());
            case ReportEvent.FixConfirmed e -> List.of();
            case ReportEvent.FixContested e -> List.of();
            case ReportEvent.InformationAdded e -> List.of();
            case ReportEvent.PressureReported e -> List.of();
            case ReportEvent.ReportFollowed e -> List.of();
            case ReportEvent.ReportNoted e -> List.of();
            case ReportEvent.CodeRenewed e -> lines(words.sayOr("renewal.reason." + e.reason(), e.reason()));
            case ReportEvent.InformationRequested e ->
                lines(words.sayOr("ask.reason." + e.reason(), e.reason()), e.question());
            case ReportEvent.ReportMerged e ->
                lines(words.reportNumber(e.into()), words.sayOr("merge.reason." + e.reason(), e.reason()));
            case ReportEvent.OutcomeProposed e ->
                lines(
                        words.sayOr("dismiss.outcome." + e.outcome(), e.outcome()),
                        words.sayOr("dismiss.reason." + e.reason(), e.reason()),
                        e.words());
            case ReportEvent.OutcomeConfirmed e -> lines(words.sayOr("dismiss.outcome." + e.outcome(), e.outcome()));
            case ReportEvent.OutcomeRejected e ->
                lines(words.sayOr("dismiss.outcome." + e.outcome(), e.outcome()), e.words());
            case ReportEvent.ReportTransferred e ->
                lines(
                        words.office(e.to()),
                        words.sayOr("transfer.reason." + e.reason(), e.reason()),
                        e.words(),
                        words.say("transfer.objectby", words.moment(e.objectBy())));
            case ReportEvent.TransferObjected e ->
                lines(words.sayOr("objection.reason." + e.reason(), e.reason()), e.words());
            case ReportEvent.TransferSettled e -> lines(words.office(e.to()), e.document());
            case ReportEvent.DecisionDue e ->
                lines(
                        words.sayOr("decisiondue.stage." + e.stage(), e.stage()),
                        words.say("event.says.dueWas", words.moment(e.decideBy())));
            case ReportEvent.ReportVerified e ->
                lines(words.sayOr("reply.verification." + e.result(), e.result()), e.words());
            case ReportEvent.DetailsCorrected e ->
                lines(
                        words.say(
                                "correction.says",
                                words.sayOr("correction.what." + e.what(), e.what()),
                                detail(e.what(), e.before()),
                                detail(e.what(), e.after())),
                        e.reason());
            case ReportEvent.PlaceCorrected e ->
                lines(
                        words.say(
                                "correction.says",
                                words.sayOr("triage.word." + e.kind(), e.kind()),
                                detail(e.kind(), e.before()),
                                detail(e.kind(), e.after())),
                        e.reason());
            case ReportEvent.ReportTakenUp e -> lines(words.sayOr("takenup.reason." + e.reason(), e.reason()));
            case ReportEvent.ReplyRated e -> lines(words.sayOr("status.rating." + e.rating(), e.rating()));
            case ReportEvent.ReviewRequested e -> lines(words.sayOr("review.step." + e.step(), e.step()));
            case ReportEvent.ReviewAnswered e ->
                lines(
                        words.sayOr("review.step." + e.step(), e.step()),
                        words.sayOr("review.outcome." + e.outcome(), e.outcome()),
                        e.text());
        };
    }

    private String detail(String what, @Nullable String code) {
        if (code == null) {
            return words.say("correction.none");
        }
        return what.equals("category") ? words.sayOr("report.category." + code, code) : words.county(code);
    }

    private List<String> supervision(SupervisionEvent event) {
        return switch (event) {
            case SupervisionEvent.InstructionGiven e ->
                lines(words.office(e.bureau()), e.task(), words.say("event.says.reportBy", words.moment(e.dueAt())));
            case SupervisionEvent.BureauReminded e -> lines(words.office(e.bureau()), e.words());
            case SupervisionEvent.DeadlineExtended e ->
                lines(words.office(e.bureau()), words.say("event.says.reportBy", words.moment(e.dueAt())), e.reason());
            case SupervisionEvent.ReportedBack e -> lines(e.account());
            case SupervisionEvent.InstructionClosed e -> lines(words.office(e.bureau()), e.words());
            case SupervisionEvent.Graded e ->
                lines(words.sayOr("grading.grade." + e.grade(), e.grade()), e.reason(), e.legalBasis());
            case SupervisionEvent.OfficeDesignated e ->
                lines(
                        words.say("designation.instead", words.office(e.bureau()), words.office(e.instead())),
                        e.reason(),
                        e.legalBasis());
            case SupervisionEvent.InstructionWithdrawn e -> lines(words.office(e.bureau()), e.reason());
        };
    }

    private static List<String> lines(@Nullable String... all) {
        return Stream.of(all)
                .flatMap(Stream::ofNullable)
                .filter(line -> !line.isBlank())
                .toList();
    }
}
