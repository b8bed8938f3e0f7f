package org.lianzhi.portal.report;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianzhi.portal.client.TooOften;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.component.Row;
import org.lianzhi.portal.shell.PortalProperties;
import org.lianzhi.portal.territory.Offices;
import org.lianzhi.portal.upload.SentPhoto;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Validator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Every question, empty or with its errors ({@code ?wrong}). */
@Controller
@Profile("preview")
class ReportPreview {

    private static final Map<String, Object> EMPTY = Map.of(
            "category", CategoryForm.empty(),
            "place", PlaceForm.empty(),
            "outlet", PlaceForm.empty(),
            "facility", new PlaceForm(24.93, 111.42, "省界另一侧山坡上的规模化养猪场，雨水沟从场区直通水库", null, "WGS-84", 25.0),
            "when", WhenForm.empty(),
            "what", WhatForm.empty(),
            "photos", PhotosForm.empty(),
            "contact", ContactForm.empty());
    private static final Map<String, Object> WRONG = Map.of(
            "category", CategoryForm.empty(),
            "place", new PlaceForm(24.93, null, "岭背塘水库北岸", null, "GCJ-02", null),
            "outlet", new PlaceForm(24.93, 200.0, null, null, "GCJ-02", null),
            "facility", PlaceForm.empty(),
            "when", new WhenForm(LocalDateTime.of(2026, 7, 20, 8, 30), null, null),
            "what", new WhatForm("臭", List.of("smell", "dead-fish")),
            "photos", PhotosForm.empty(),
            "contact", new ContactForm("老乡", "不知道", "nobody", null, List.of("call", "post")));

    private final PortalProperties settings;
    private final Validator validator;
    private final Offices offices;
    private final Judging judging;

    ReportPreview(PortalProperties settings, Validator validator, Offices offices, Judging judging) {
        this.judging = judging;
        this.offices = offices;
        this.settings = settings;
        this.validator = validator;
    }

    @GetMapping("/preview/report/start")
    String start(Model model) {
        model.addAttribute("emergency", settings.emergency());
        return "portal/report/start";
    }

    @GetMapping("/preview/report/question/{name}")
    String question(@PathVariable String name, @RequestParam(required = false) String wrong, Model model) {
        var form = (wrong == null ? EMPTY : WRONG).get(name);
        var result = new BeanPropertyBindingResult(form, "form");
        if (wrong != null && form != null) {
            validator.validate(form, result);
        }
        model.addAttribute("form", form);
        model.addAttribute("counties", offices.counties(Locale.SIMPLIFIED_CHINESE));
        model.addAttribute(
                "sent", List.of(new SentPhoto("p-1", "IMG_20260720_081512.jpg"), new SentPhoto("p-2", "水渠口.png")));
        model.addAttribute("lost", wrong != null);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", result);
        var question = Question.of(name);
        Choices.of(question, model);
        if (question == Question.FACILITY && wrong != null) {
            result.rejectValue("county", "report.county.missing");
        }
        model.addAttribute("fromPhoto", question == Question.PLACE && wrong == null);
        model.addAttribute("first", wrong != null);
        return "portal/report/" + (question.isPlace() ? "place" : name);
    }

    @GetMapping("/preview/report/enter")
    String enter(@RequestParam(required = false) @Nullable String wrong, Model model) {
        var form = new EnterForm(wrong == null ? "phone" : null, "12345-2026-000417", PhoneForm.empty(), "k-1");
        var result = new BeanPropertyBindingResult(form, "form");
        if (wrong != null) {
            validator.validate(form, result);
            judging.judge(form.report(), "report.", result);
        }
        model.addAttribute("form", form);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", result);
        return EnteringPages.page(model, offices, Locale.SIMPLIFIED_CHINESE);
    }

    @GetMapping("/preview/report/entered")
    String entered(Model model) {
        model.addAttribute("number", "R-20260720-7Q2M4K");
        model.addAttribute("code", "4821 0937 5516 2043");
        model.addAttribute("triageBy", Instant.parse("2026-07-22T09:30:00Z"));
        model.addAttribute("href", "/staff/reports/01j3x5m6hj4k2m3n4p5q6r7s8t");
        return "portal/report/entered";
    }

    @GetMapping("/preview/report/near")
    String near(Model model) {
        model.addAttribute("form", new NearForm(null, null));
        model.addAttribute(
                "matters",
                List.of(
                        Choice.named("m-1", "畜禽养殖废水，江华瑶族自治县，2026年7月有人举报：我遇到的也是这件"),
                        new Choice(NearForm.NONE, null, null)));
        model.addAttribute("several", List.of("3 件：畜禽养殖废水，江华瑶族自治县，2026年6月有人举报"));
        model.addAttribute("onward", "/report/outlet");
        return "portal/report/near";
    }

    @GetMapping("/preview/report/check")
    String check(@RequestParam(required = false) @Nullable String away, Model model) {
        model.addAttribute("form", new CheckForm("k-1", null));
        model.addAttribute("hotlines", settings.hotlines());
        model.addAttribute("seconds", 42);
        boolean work = "work".equals(away);
        if (work) {
            // More than any device finds while somebody looks at the page.
            model.addAttribute("work", new TooOften.Work("1800000000.60.ab", 60));
        }
        if (away != null) {
            model.addAttribute("trouble", "report.check." + (work ? "toooften" : away));
        }
        model.addAttribute(
                "page",
                new CheckPage(
                        List.of(
                                Row.word("report.row.category", "report.category.livestock-wastewater")
                                        .changeAt("/report/category"),
                                Row.text("report.kind.water", "岭背塘水库北岸，靠近排水渠口\n24.96120, 111.43010\n手机定位，误差约 25 米")
                                        .changeAt("/report/place"),
                                Row.text("report.kind.facility", "省界另一侧山坡上的规模化养猪场")
                                        .changeAt("/report/facility"),
                                Row.time("report.row.observedAt", Instant.parse("2026-07-20T00:30:00Z"))
                                        .changeAt("/report/when"),
                                Row.word("report.row.weather", "report.weather.rain")
                                        .changeAt("/report/when"),
                                Row.word("report.row.stillGoingOn", "report.stillGoingOn.yes")
                                        .changeAt("/report/when"),
                                Row.text(
                                                "report.row.description",
                                                "连续下了三天雨，今天早上水渠里流出黑褐色的水，一直流进水库，臭味很大。岸边漂着几条死鱼，村里在下游洗菜的人都不敢用水了。去年雨季也有过一次。")
                                        .changeAt("/report/what")),
                        List.of(
                                Row.text("report.row.name", null).changeAt("/report/contact"),
                                Row.text("report.row.phone", "138 0000 0000").changeAt("/report/contact")),
                        List.of(new SentPhoto("p-1", "IMG_20260720_081512.jpg"), new SentPhoto("p-2", "水渠口.png"))));
        return "portal/report/check";
    }

    @GetMapping("/preview/report/done")
    String done(@RequestParam(required = false) @Nullable String follows, Model model) {
        model.addAttribute(
                "page",
                new DonePage(
                        "4821 0937 5516 2043",
                        QrCode.of("https://lianzhi.example.org/status/open#Zx8k2LmQ4vT7wYb1NcE9Rg"),
                        "R-20260720-7Q2M4K",
                        "永州市生态环境局江华分局",
                        follows == null ? Instant.parse("2026-07-22T09:30:00Z") : null,
                        false,
                        follows != null,
                        "d-1"));
        return "portal/report/done";
    }
}
