package org.lianzhi.intake.filing;

import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.domain.ReportForm;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.Role;
import org.lianzhi.territory.Territory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * An officer enters what somebody reported by telephone, by letter or at the counter. Whoever reported it gets a code like
 * everybody else, and the officer's own office reads it, wherever the place lies.
 */
@RestController
@RequestMapping("/api/v1/reports/entered")
class Entering {

    private final FilingReport filing;
    private final Territory territory;

    Entering(FilingReport filing, Territory territory) {
        this.filing = filing;
        this.territory = territory;
    }

    /**
     * What an officer enters.
     *
     * @param channel code of how it was reported
     * @param outsideNumber under which another office took it down
     */
    record Entered(
            @Nullable String channel,
            @Nullable String outsideNumber,
            @Nullable ReportForm form,
            @Nullable Boolean synthetic) {

        @Override
        public String toString() {
            return "a report that was told";
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Told enter(SignedIn who, IdempotencyKey key, @RequestBody Entered entered) {
        who.require(Role.OFFICER, Role.LEAD);
        var taker = new FilingReport.Taker(
                who.as(who.is(Role.OFFICER) ? Role.OFFICER : Role.LEAD),
                who.side(),
                who.bureau(),
                entered.outsideNumber());
        var request = new FilingReport.Request(entered.form(), null, entered.synthetic());
        return Told.of(filing.enter(request, entered.channel(), taker, key.value()), territory);
    }
}
