package org.lianzhi.portal.operations;

import jakarta.validation.Valid;
import org.lianzhi.portal.component.Choice;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

@Controller
class OperationsPages {

    private final ParkedCases parked;
    private final TerritoryData territory;

    OperationsPages(ParkedCases parked, TerritoryData territory) {
        this.parked = parked;
        this.territory = territory;
    }

    @GetMapping("/operations")
    String all(Model model) {
        model.addAttribute("page", parked.all());
        model.addAttribute("territory", territory.state());
        return "portal/operations/operations";
    }

    /** What each service made of its files is shown at once; where one refuses them, it works on with those it has. */
    @PostMapping("/operations/territory")
    String renew(Model model) {
        model.addAttribute("territory", territory.renew());
        model.addAttribute("renewed", true);
        model.addAttribute("page", parked.all());
        return "portal/operations/operations";
    }

    @GetMapping("/operations/parked")
    String one(@RequestParam String service, @RequestParam String consumer, @RequestParam String subject, Model model) {
        model.addAttribute("form", new DecideForm(null, ""));
        return show(find(service, consumer, subject), model);
    }

    @PostMapping("/operations/parked")
    String decide(
            @RequestParam String service,
            @RequestParam String consumer,
            @RequestParam String subject,
            @Valid @ModelAttribute("form") DecideForm form,
            BindingResult problems,
            Model model) {
        OperationsPage.Parked found = find(service, consumer, subject);
        if (problems.hasErrors()) {
            return show(found, model);
        }
        parked.decide(found, form);
        return "redirect:/operations";
    }

    private String show(OperationsPage.Parked found, Model model) {
        model.addAttribute("parked", found);
        model.addAttribute("decisions", Choice.of("release", "skip"));
        return "portal/operations/decide";
    }

    /** Somebody may have decided in the meantime: then there is nothing here any more. */
    private OperationsPage.Parked find(String service, String consumer, String subject) {
        return parked.find(service, consumer, subject)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
