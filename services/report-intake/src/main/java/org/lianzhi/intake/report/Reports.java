package org.lianzhi.intake.report;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.lianzhi.intake.domain.Report;
import org.lianzhi.intake.domain.ReportCommand;
import org.lianzhi.intake.domain.ReportRules;
import org.lianzhi.journal.Commands;
import org.lianzhi.journal.EventStream;
import org.lianzhi.journal.Intent;
import org.lianzhi.journal.Journal;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.kit.Receipt;
import org.lianzhi.kit.Recorded;
import org.lianzhi.model.Side;

/** All reports of the hosted sides. */
public final class Reports {

    private static final String KIND = "report";

    private final Journal journal;
    private final Commands commands;
    private final ReportRules rules;

    public Reports(Journal journal, Commands commands, ReportRules rules) {
        this.journal = journal;
        this.commands = commands;
        this.rules = rules;
    }

    /** @throws NotForYou when it cannot be the id of a report */
    public static StreamId stream(String id, Side side) {
        try {
            return new StreamId(KIND, id, side.code());
        } catch (IllegalArgumentException e) {
            throw new NotForYou();
        }
    }

    /** @throws NotForYou when there is none */
    public ReportRecord load(StreamId stream) {
        return ReportRecord.of(journal.load(stream));
    }

    /** Empty where none was filed. */
    public Optional<ReportRecord> find(StreamId stream) {
        EventStream found = journal.load(stream);
        return found.version() == 0 ? Optional.empty() : Optional.of(ReportRecord.of(found));
    }

    /**
     * Where the matter of a report goes on: itself, or the report that it was merged into in the end. Two officers at the
     * same moment could send two reports into each other; whoever looks stops at that.
     */
    public ReportRecord goingOn(ReportRecord record) {
        return follow(record, ReportRecord::report);
    }

    /** Where it went on at a time, whatever was taken up again or merged since. The record itself is as it is now. */
    public ReportRecord goingOn(ReportRecord record, Instant at) {
        return follow(record, found -> found.reportAt(at));
    }

    private ReportRecord follow(ReportRecord record, Function<ReportRecord, Report> state) {
        Set<StreamId> seen = new HashSet<>();
        ReportRecord current = record;
        while (state.apply(current) instanceof Report.Merged merged && seen.add(current.stream())) {
            current = load(stream(merged.into(), new Side(record.stream().side())));
        }
        return current;
    }

    /**
     * Refuses a command that could not be run now: asked before anything is sealed for it.
     *
     * @return whether it would bring anything about
     */
    public boolean check(ReportRecord record, ReportCommand command) {
        return !rules.decide(record.report(), command).isEmpty();
    }

    /** Runs a command, once however often it is sent. */
    public Receipt run(Intent intent, StreamId stream, OptionalLong expected, ReportCommand command) {
        Commands.Receipt done = commands.run(intent, stream, List.of(), expected, loaded -> {
            EventStream own = loaded.getOrDefault(stream, new EventStream(stream, List.of()));
            return Recorded.all(rules.decide(ReportRecord.fold(own), command));
        });
        return Receipt.of(done, stream.id());
    }
}
