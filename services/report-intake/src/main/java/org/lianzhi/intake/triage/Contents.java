package org.lianzhi.intake.triage;

import java.util.List;
import java.util.Optional;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.report.Step;
import org.lianzhi.intake.vault.Addition;
import org.lianzhi.intake.vault.Moved;
import org.lianzhi.intake.vault.ReportEntry;
import org.lianzhi.intake.vault.ReportVault;
import org.lianzhi.intake.vault.Uploads.TakenPhoto;

/** What the vault holds of a report, for whoever may read it. */
sealed interface Contents {

    /** Of somebody who has said no reason. */
    Contents SEALED = new Sealed();

    Optional<ReportEntry> entry();

    List<TakenPhoto> photos();

    Optional<String> words(Step step);

    Optional<Addition> addition(Step step);

    /** Where a pin was moved from and to. */
    Optional<Moved> moved(Step step);

    record Sealed() implements Contents {

        @Override
        public Optional<ReportEntry> entry() {
            return Optional.empty();
        }

        @Override
        public List<TakenPhoto> photos() {
            return List.of();
        }

        @Override
        public Optional<String> words(Step step) {
            return Optional.empty();
        }

        @Override
        public Optional<Addition> addition(Step step) {
            return Optional.empty();
        }

        @Override
        public Optional<Moved> moved(Step step) {
            return Optional.empty();
        }
    }

    record Opened(ReportVault vault, ReportRecord record) implements Contents {

        @Override
        public Optional<ReportEntry> entry() {
            return vault.openCorrected(record.stream(), record.moves());
        }

        @Override
        public List<TakenPhoto> photos() {
            return vault.photos(record.stream(), record.additions());
        }

        @Override
        public Optional<String> words(Step step) {
            return vault.wordsOf(record.stream(), step.commit());
        }

        @Override
        public Optional<Addition> addition(Step step) {
            return vault.additionOf(record.stream(), step.commit());
        }

        @Override
        public Optional<Moved> moved(Step step) {
            return vault.movedOf(record.stream(), step.commit());
        }
    }
}
