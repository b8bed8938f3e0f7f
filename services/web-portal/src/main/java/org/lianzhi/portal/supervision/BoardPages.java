package org.lianzhi.portal.supervision;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.client.Service;
import org.lianzhi.portal.signin.SignedIn;
import org.lianzhi.portal.signin.Staff;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
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
    String cases(
            @RequestParam(defaultValue = "open") String view,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "1") int page,
            @Nullable Authentication who,
            Model model) {
        model.addAttribute(
                "page",
                reading.page(new AllCases(supervisorTimeline).read(), board(view, office, category, page, who)));
        return "portal/supervision/cases";
    }

    @GetMapping("/cases.csv")
    ResponseEntity<String> csv(
            @RequestParam(defaultValue = "open") String view,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "") String category,
            @Nullable Authentication who) {
        ContentDisposition asFile =
                ContentDisposition.attachment().filename("cases.csv").build();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, asFile.toString())
                .body(reading.csv(new AllCases(supervisorTimeline).read(), board(view, office, category, 1, who)));
    }

    private Board board(String view, String office, String category, int page, @Nullable Authentication who) {
        Staff staff = SignedIn.staff(who);
        return new Board(
                CaseFilter.named(view),
                office.isEmpty() ? null : office,
                category.isEmpty() ? null : category,
                page,
                staff == null ? null : staff.side(),
                dormantAfter,
                clock.instant());
    }
}
