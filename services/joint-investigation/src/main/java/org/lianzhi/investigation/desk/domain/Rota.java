package org.lianzhi.investigation.desk.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lianzhi.investigation.desk.domain.RotaCommand.NameStandIn;
import org.lianzhi.investigation.desk.domain.RotaCommand.Return;
import org.lianzhi.model.DeskEvent;
import org.lianzhi.model.DeskEvent.Returned;
import org.lianzhi.model.DeskEvent.StandInNamed;
import org.lianzhi.model.RuleViolated;

/** Who of one office is away when, and who stands in. */
public record Rota(List<Absence> absences) {

    public static final Rota NONE = new Rota(List.of());

    /** Both days included. */
    public record Absence(String person, String standIn, LocalDate from, LocalDate to) {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }

        boolean overlaps(LocalDate first, LocalDate last) {
            return !from.isAfter(last) && !to.isBefore(first);
        }
    }

    public Rota {
        absences = List.copyOf(absences);
    }

    private Optional<Absence> of(String person, LocalDate day) {
        return absences.stream()
                .filter(absence -> absence.person().equals(person) && absence.covers(day))
                .findFirst();
    }

    /** Who does the work of a person on a day: the stand-in, or the stand-in's own one. */
    public String acting(String person, LocalDate day) {
        Set<String> asked = new LinkedHashSet<>();
        String acting = person;
        while (asked.add(acting)) {
            Optional<Absence> absence = of(acting, day);
            if (absence.isEmpty()) {
                return acting;
            }
            acting = absence.get().standIn();
        }
        return person;
    }

    /** What is not over. */
    public List<Absence> from(LocalDate day) {
        return absences.stream().filter(absence -> !absence.to().isBefore(day)).toList();
    }

    public static List<DeskEvent> decide(Rota rota, RotaCommand command) {
        if (!command.head() && !command.asker().equals(command.person())) {
            throw new RuleViolated("desk.absence.not-yours");
        }
        return switch (command) {
            case NameStandIn name -> name(rota, name);
            case Return back -> back(rota, back);
        };
    }

    private static List<DeskEvent> name(Rota rota, NameStandIn command) {
        String person = Words.person(command.person());
        String standIn = Words.person(command.standIn());
        if (person.equals(standIn)) {
            throw new RuleViolated("desk.absence.own-stand-in");
        }
        if (command.to().isBefore(command.from())) {
            throw new RuleViolated("desk.absence.backwards");
        }
        if (command.to().isBefore(command.today())) {
            throw new RuleViolated("desk.absence.over");
        }
        Absence absence = new Absence(person, standIn, command.from(), command.to());
        if (rota.absences.contains(absence)) {
            return List.of();
        }
        if (rota.isAway(person, absence)) {
            throw new RuleViolated("desk.absence.overlaps");
        }
        if (rota.isAway(standIn, absence)) {
            throw new RuleViolated("desk.absence.stand-in-away");
        }
        return List.of(new StandInNamed(person, standIn, command.from(), command.to()));
    }

    private boolean isAway(String person, Absence during) {
        return absences.stream()
                .anyMatch(absence -> absence.person().equals(person) && absence.overlaps(during.from(), during.to()));
    }

    private static List<DeskEvent> back(Rota rota, Return command) {
        boolean isAway = rota.from(command.today()).stream()
                .anyMatch(absence -> absence.person().equals(command.person())
                        && absence.from().equals(command.from()));
        if (!isAway) {
            throw new RuleViolated("desk.absence.none");
        }
        LocalDate on = command.from().isAfter(command.today()) ? command.from() : command.today();
        return List.of(new Returned(command.person(), on, command.from()));
    }

    public static Rota evolve(Rota before, DeskEvent.AboutOffice event) {
        List<Absence> absences = new ArrayList<>();
        switch (event) {
            case StandInNamed named -> {
                absences.addAll(before.absences);
                absences.add(new Absence(named.person(), named.standIn(), named.from(), named.to()));
            }
            case Returned returned ->
                before.absences.stream()
                        .map(absence -> until(absence, returned))
                        .flatMap(Optional::stream)
                        .forEach(absences::add);
        }
        return new Rota(absences);
    }

    private static Optional<Absence> until(Absence absence, Returned returned) {
        boolean isMeant = absence.person().equals(returned.person())
                && !absence.to().isBefore(returned.on())
                && (returned.from() == null || absence.from().equals(returned.from()));
        if (!isMeant) {
            return Optional.of(absence);
        }
        return absence.from().isBefore(returned.on())
                ? Optional.of(new Absence(
                        absence.person(),
                        absence.standIn(),
                        absence.from(),
                        returned.on().minusDays(1)))
                : Optional.empty();
    }
}
