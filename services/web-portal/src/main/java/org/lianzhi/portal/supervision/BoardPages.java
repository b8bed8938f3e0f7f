package org.lianzhi.portal.supervision;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.client.NotThere;
import org.lianzhi.portal.client.Service;
import org.lianzhi.portal.signin.SignedIn;
import org.lianzhi.portal.signin.Staff;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All cases of the own side: who is late, who waits for whom, what nobody touches. */
@Controller
@RequestMapping(Board.PATH)
class BoardPages {

    private final Service supervisorTimeline;
    private final BoardReading reading;
    private final Duration dormantAfter;
    private final Clock clock;

    BoardPages(
            Service supervisorTimeline,
            BoardReading reading,
            @Value("${lianzhi.portal.dormant-after:10d}") Duration dormantAfter,
            ObjectProvider<Clock> clock) {
        this.supervisorTimeline = supervisorTimeline;
        this.reading = reading;
        this.dormantAfter = dormantAfter;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    @GetMapping
    String cases(@RequestParam Map<String, String> parameters, @Nullable Authentication who, Model model) {
        Board board = board(parameters, who);
        model.addAttribute("page", reading.page(cases(board), undecided(), board));
        return "portal/supervision/cases";
    }

    @GetMapping("/cases.{ending:csv|xlsx}")
    ResponseEntity<byte[]> table(
            @PathVariable String ending, @RequestParam Map<String, String> parameters, @Nullable Authentication who) {
        Board board = board(parameters, who);
        return reading.table(cases(board), board).as(ending);
    }

    private List<TimelineView.Listed> cases(Board board) {
        return new AllCases(supervisorTimeline).read(board.view().needsClosed() ? "all" : "open");
    }

    /** Not for everybody who may see the cases. */
    private FiguresView.@Nullable Figure undecided() {
        try {
            return supervisorTimeline
                    .get(FiguresView.Behind.class, "/api/v1/figures/undecided?size=1")
                    .figure();
        } catch (NotThere notForThisReader) {
            return null;
        }
    }

    private Board board(Map<String, String> parameters, @Nullable Authentication who) {
        Staff staff = SignedIn.staff(who);
        String page = parameters.getOrDefault("page", "1");
        return new Board(
                CaseFilter.named(parameters.getOrDefault("view", "open")),
                choice(parameters, "office"),
                choice(parameters, "category"),
                choice(parameters, "owes"),
                page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 1,
                staff == null ? null : staff.side(),
                dormantAfter,
                clock.instant());
    }

    private static @Nullable String choice(Map<String, String> parameters, String name) {
        String value = parameters.getOrDefault(name, "");
        return value.matches("[a-z0-9-]{1,40}") ? value : null;
    }
}
