package org.lianzhi.intake.matters;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.lianzhi.intake.crowd.Admission;
import org.lianzhi.intake.domain.Codes;
import org.lianzhi.intake.domain.GivenPlace;
import org.lianzhi.intake.domain.ReportCommand.Follow;
import org.lianzhi.intake.report.ReportRecord;
import org.lianzhi.intake.report.Reports;
import org.lianzhi.intake.secret.KeyedDigest;
import org.lianzhi.intake.tracking.TrackingCodes;
import org.lianzhi.intake.vault.VaultKeys;
import org.lianzhi.journal.Claims;
import org.lianzhi.journal.Intent;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.IdempotencyKey;
import org.lianzhi.model.Actor;
import org.lianzhi.model.RuleViolated;
import org.lianzhi.model.Side;
import org.lianzhi.model.SortableIds;
import org.lianzhi.territory.Bureau;
import org.lianzhi.territory.Name;
import org.lianzhi.territory.Territory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Before somebody reports what is known already. The place stands in the body: addresses are logged. Whoever follows a
 * matter leaves nothing of their own, so nothing has to be sealed.
 */
@RestController
@RequestMapping("/api/v1/matters")
class NotTwice {

    private final OpenMatters matters;
    private final Reports reports;
    private final TrackingCodes codes;
    private final Admission admission;
    private final Territory territory;
    private final Codes known;
    private final VaultKeys keys;
    private final Claims claims;
    private final Clock clock;
    private final int mostFollowers;

    NotTwice(
            OpenMatters matters,
            Reports reports,
            TrackingCodes codes,
            Admission admission,
            Territory territory,
            Codes known,
            VaultKeys keys,
            Claims claims,
            Clock clock,
            @Value("${lianzhi.intake.matters.followers}") int mostFollowers) {
        this.matters = matters;
        this.reports = reports;
        this.codes = codes;
        this.admission = admission;
        this.territory = territory;
        this.known = known;
        this.keys = keys;
        this.claims = claims;
        this.clock = clock;
        this.mostFollowers = mostFollowers;
    }

    record Question(@Nullable GivenPlace place, @Nullable String category) {

        @Override
        public String toString() {
            return "a question";
        }
    }

    record Answer(List<OpenMatters.Alike> matters) {}

    record Following(@Nullable String matter) {}

    /**
     * What who follows is told.
     *
     * @param number by which people can speak of it; it is not that of the report
     */
    record Told(String number, String code, String secret, Name office, Instant followedAt) {

        @Override
        public String toString() {
            return "what the citizen is told";
        }
    }

    @PostMapping
    Answer near(@RequestBody Question question) {
        GivenPlace place = question.place();
        String category = question.category();
        if (place == null || !place.saysWhere()) {
            throw new RuleViolated("report.incomplete", "affectedWater:missing");
        }
        if (category == null || !known.categories().contains(category)) {
            throw new RuleViolated("report.incomplete", "category:unknown");
        }
        return admission.toAsk().run(() -> new Answer(matters.near(place, category, clock.instant())));
    }

    @PostMapping("/following")
    @ResponseStatus(HttpStatus.CREATED)
    Told follow(
            @RequestBody Following following,
            IdempotencyKey key,
            @RequestHeader(name = Admission.WORK, required = false) @Nullable String work,
            HttpServletRequest asked) {
        StreamId stream = matters.open(following.matter() == null ? "" : following.matter());
        return admission.toFile(asked.getRemoteAddr(), key.value(), work).run(() -> follow(stream, key));
    }

    private Told follow(StreamId stream, IdempotencyKey key) {
        Instant now = clock.instant();
        byte[] digest = KeyedDigest.of(keys.tracking(), "following", stream.toString());
        String actor = Actor.citizen(new Side(stream.side())).written();
        Intent intent = claims.claim(actor, key.value(), HexFormat.of().formatHex(digest), now);
        ReportRecord record = reports.load(stream);
        int earlier = (int) record.followers().stream()
                .filter(step -> !step.commit().equals(intent.id()))
                .count();
        Follow command = new Follow(earlier, mostFollowers);
        // Sent again, it is found in the record, and others may have taken the last places at the same moment.
        if (!record.has(intent.id())) {
            reports.check(record, command);
        }
        TrackingCodes.Issued issued = codes.register(intent.id(), stream);
        reports.run(intent, stream, OptionalLong.empty(), command);
        return new Told(
                SortableIds.derive(intent.at(), intent.id()),
                issued.code(),
                issued.secret(),
                territory
                        .bureau(record.report().filed().bureau())
                        .map(Bureau::name)
                        .orElseThrow(),
                intent.at());
    }
}
