package org.lianzhi.timeline.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianzhi.journal.Projected;
import org.lianzhi.journal.ReadModel;
import org.lianzhi.journal.StreamId;
import org.lianzhi.kit.Awaited;
import org.lianzhi.kit.NotForYou;
import org.lianzhi.kit.SignedIn;
import org.lianzhi.model.AccessEvent.AccessUsed;
import org.lianzhi.model.Actor;
import org.lianzhi.model.Role;
import org.lianzhi.model.wire.EventJson;
import org.lianzhi.timeline.inspector.AccessLine;
import org.lianzhi.timeline.inspector.AccessLines;
import org.lianzhi.timeline.record.RecordEntry;
import org.lianzhi.timeline.record.RecordPage;
import org.lianzhi.timeline.record.RecordPages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Finds out as who somebody reads. An inspector reads nothing without a look that stands in the record of the access:
 * the request names it as what is awaited, and only what was written there, just now, by this person, is shown.
 */
@Component
class Readers {

    private final ReadModel<AccessLine> accesses;
    private final ReadModel<RecordPage> pages;
    private final Clock clock;
    private final Duration lookCounts;

    Readers(
            ReadModel<AccessLine> accesses,
            ReadModel<RecordPage> pages,
            Clock clock,
            @Value("${lianzhi.access.look-counts}") Duration lookCounts) {
        this.accesses = accesses;
        this.pages = pages;
        this.clock = clock;
        this.lookCounts = lookCounts;
    }

    /**
     * As who somebody reads.
     *
     * @param subject id of the case; null for the list of cases
     * @param parts codes of looks that show it
     * @throws NotForYou for an inspector without such a look
     */
    Reader of(SignedIn who, Awaited awaited, @Nullable String subject, Set<String> parts) throws InterruptedException {
        if (!who.is(Role.INSPECTOR)) {
            return new Reader(
                    who.side().code(),
                    who.is(Role.SUPERVISOR),
                    who.is(Role.OFFICER) || who.is(Role.LEAD) ? who.bureau() : null,
                    null);
        }
        for (Map.Entry<StreamId, Long> written : awaited.versions().entrySet()) {
            if (!AccessLines.isAccess(written.getKey())) {
                continue;
            }
            Optional<Reader> reader = inspector(who, written.getKey(), written.getValue(), subject, parts);
            if (reader.isPresent()) {
                return reader.get();
            }
        }
        throw new NotForYou();
    }

    private Optional<Reader> inspector(
            SignedIn who, StreamId access, long version, @Nullable String subject, Set<String> parts)
            throws InterruptedException {
        String page = RecordPages.pageOf(access, version);
        boolean here = accesses.await(access.toString(), access, version, Awaited.PATIENCE)
                && pages.await(page, access, version, Awaited.PATIENCE);
        Instant now = clock.instant();
        boolean looked = here
                && pages.find(page).stream()
                        .flatMap(found -> found.state().entries().stream())
                        .anyMatch(entry -> entry.version() == version && isLook(entry, who, subject, parts, now));
        return looked
                ? accesses.find(access.toString())
                        .map(Projected::state)
                        .filter(line -> line.isOpenTo(who.person(), now))
                        .flatMap(AccessLine::grant)
                        .map(granted -> new Reader(access.side(), true, null, granted))
                : Optional.empty();
    }

    private boolean isLook(RecordEntry entry, SignedIn who, @Nullable String subject, Set<String> parts, Instant now) {
        return who.person().equals(Actor.parse(entry.actor()).person())
                && entry.at().plus(lookCounts).isAfter(now)
                && EventJson.read(entry.type(), entry.json()).orElse(null) instanceof AccessUsed used
                && Objects.equals(used.subject(), subject)
                && parts.contains(used.part());
    }
}
