package org.lianzhi.portal.supervision;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.client.NotThere;
import org.lianzhi.portal.client.Service;
import org.lianzhi.portal.signin.SignedIn;
import org.lianzhi.portal.signin.Staff;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
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

    private static final long BOARDS_AT_MOST = 200;

    private final Service supervisorTimeline;
    private final BoardReading reading;
    private final Duration dormantAfter;
    private final Clock clock;

    /** When something happens, everybody who has the board open asks again at once, and is shown the same. */
    private final Cache<Shown, CasesPage> fresh;

    BoardPages(
            Service supervisorTimeline,
            BoardReading reading,
            @Value("${lianzhi.portal.dormant-after:10d}") Duration dormantAfter,
            @Value("${lianzhi.portal.board-fresh:1s}") Duration boardFresh,
            ObjectProvider<Clock> clock) {
        this.supervisorTimeline = supervisorTimeline;
        this.reading = reading;
        this.dormantAfter = dormantAfter;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
        this.fresh = Caffeine.newBuilder()
                .expireAfterWrite(boardFresh)
                .maximumSize(BOARDS_AT_MOST)
                .build();
    }

    /** On what a board depends: whoever has the same side and the same roles may see the same, and chose the same. */
    private record Shown(@Nullable String side, Set<String> roles, Locale locale, String address, int page) {}

    @GetMapping
    String cases(@RequestParam Map<String, String> parameters, @Nullable Authentication who, Model model) {
        model.addAttribute("page", page(parameters, who));
        return "portal/supervision/cases";
    }

    /** Only what moves, for the script of the page. */
    @GetMapping("/parts")
    String parts(@RequestParam Map<String, String> parameters, @Nullable Authentication who, Model model) {
        model.addAttribute("page", page(parameters, who));
        return "portal/supervision/parts";
    }

    private CasesPage page(Map<String, String> parameters, @Nullable Authentication who) {
        Board board = board(parameters, who);
        Staff staff = SignedIn.staff(who);
        return fresh.get(
                new Shown(
                        board.side(),
                        staff == null ? Set.of() : staff.roles(),
                        LocaleContextHolder.getLocale(),
                        board.href(Board.PATH, board.view()),
                        board.page()),
                any -> reading.page(cases(board), undecided(), board));
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
