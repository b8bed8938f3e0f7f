package org.lianzhi.portal.supervision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lianzhi.portal.client.Service;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Figures, and the cases and reports behind each. */
@Controller
class FiguresPages {

    private static final int PER_CALL = 200;

    /** A table to take away is bounded, so that no request runs without end. */
    private static final int MOST_CALLS = 50;

    private final Service supervisorTimeline;
    private final FiguresReading reading;
    private final FigureTables tables;

    FiguresPages(Service supervisorTimeline, FiguresReading reading, FigureTables tables) {
        this.supervisorTimeline = supervisorTimeline;
        this.reading = reading;
        this.tables = tables;
    }

    @GetMapping(FigureFilter.PATH)
    String figures(@RequestParam Map<String, String> parameters, Model model) {
        FigureFilter filter = FigureFilter.of(parameters);
        model.addAttribute("page", reading.page(read(filter), filter));
        return "portal/supervision/figures";
    }

    @GetMapping(FigureFilter.PATH + ".{ending:csv|xlsx}")
    ResponseEntity<byte[]> table(@PathVariable String ending, @RequestParam Map<String, String> parameters) {
        FigureFilter filter = FigureFilter.of(parameters);
        return tables.all(reading.page(read(filter), filter)).as(ending);
    }

    @GetMapping(FigureFilter.PATH + "/{code}")
    String behind(@PathVariable String code, @RequestParam Map<String, String> parameters, Model model) {
        FigureFilter filter = FigureFilter.of(parameters);
        int page = Math.max(0, filter.page() - 1);
        model.addAttribute("page", reading.behind(read(code, filter, page, FiguresReading.PER_PAGE), filter));
        return "portal/supervision/behind";
    }

    @GetMapping(FigureFilter.PATH + "/{code}/units.{ending:csv|xlsx}")
    ResponseEntity<byte[]> units(
            @PathVariable String code, @PathVariable String ending, @RequestParam Map<String, String> parameters) {
        FigureFilter filter = FigureFilter.of(parameters);
        FiguresView.Behind first = read(code, filter, 0, PER_CALL);
        List<FiguresView.Unit> units = new ArrayList<>(first.units());
        for (int page = 1; page < MOST_CALLS && units.size() < first.total(); page++) {
            units.addAll(read(code, filter, page, PER_CALL).units());
        }
        return tables.behind(first.code(), units).as(ending);
    }

    private FiguresView read(FigureFilter filter) {
        return supervisorTimeline.get(FiguresView.class, filter.href("/api/v1/figures"));
    }

    private FiguresView.Behind read(String code, FigureFilter filter, int page, int size) {
        String address = filter.with("/api/v1/figures/{code}", "page", String.valueOf(page)) + "&size=" + size;
        return supervisorTimeline.get(FiguresView.Behind.class, address, code);
    }
}
