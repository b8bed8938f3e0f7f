package org.lianzhi.intake.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen fills in, complete or not. It is personal data as a whole: only its {@link FilingRules checked} codes and
 * times get into events, the rest is for the vault.
 *
 * @param category code
 * @param affectedWater where the water suffers
 * @param suspectedSource where it is believed to come from, where nobody asked whether that is an outlet or a facility
 * @param suspectedOutlet where it is believed to flow out
 * @param suspectedFacility that is believed to cause it
 * @param stillGoingOn null where the citizen cannot say
 * @param weather code; null where the citizen cannot say
 * @param language of the answers, {@code zh-CN} or {@code en}
 */
public record ReportForm(
        @Nullable String category,
        @Nullable GivenPlace affectedWater,
        @Nullable GivenPlace suspectedSource,
        @Nullable GivenPlace suspectedOutlet,
        @Nullable GivenPlace suspectedFacility,
        @Nullable Instant observedAt,
        @Nullable Boolean stillGoingOn,
        @Nullable String weather,
        @Nullable String description,
        @Nullable Contact contact,
        @Nullable String language) {

    public static final ReportForm EMPTY =
            new ReportForm(null, null, null, null, null, null, null, null, null, null, null);

    /**
     * How to reach the citizen; each part is optional.
     *
     * @param address for letters
     * @param channels by which the bureau may get in touch: {@code call}, {@code text}, {@code email}, {@code post}; what
     *     is not among them it may not use. Null where nobody asked
     */
    public record Contact(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address,
            @Nullable List<String> channels) {

        boolean isGiven() {
            return isText(name) || isText(phone) || isText(email) || isText(address);
        }

        /** Whether the bureau may use it: only what was opted into. */
        public boolean allows(String channel) {
            return channelsOrNone().contains(channel);
        }

        List<String> channelsOrNone() {
            return channels == null ? List.of() : channels;
        }
    }

    /** All places that say something: one is enough. The affected water comes first, because it is what is looked for. */
    public List<GivenPlace> places() {
        return Stream.of(affectedWater, suspectedOutlet, suspectedFacility, suspectedSource)
                .flatMap(Stream::ofNullable)
                .filter(place -> !place.isEmpty() || place.hasHalfAPin())
                .toList();
    }

    /** The place by which it is found who is to read the report; empty where none says where it is. */
    public Optional<GivenPlace> whereToBegin() {
        return places().stream().filter(GivenPlace::saysWhere).findFirst();
    }

    /** Places where the cause is believed to be, the most certain first. */
    public List<GivenPlace> suspected() {
        return Stream.of(suspectedFacility, suspectedOutlet, suspectedSource)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /**
     * A place by its kind.
     *
     * @param kind code: {@code water}, {@code outlet}, {@code facility} or {@code source}
     */
    public Optional<GivenPlace> place(String kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case "water" -> affectedWater;
                    case "outlet" -> suspectedOutlet;
                    case "facility" -> suspectedFacility;
                    case "source" -> suspectedSource;
                    default -> null;
                });
    }

    /** With another place of that kind. */
    public ReportForm with(String kind, GivenPlace place) {
        return new ReportForm(
                category,
                kind.equals("water") ? place : affectedWater,
                kind.equals("source") ? place : suspectedSource,
                kind.equals("outlet") ? place : suspectedOutlet,
                kind.equals("facility") ? place : suspectedFacility,
                observedAt,
                stillGoingOn,
                weather,
                description,
                contact,
                language);
    }

    public boolean contactGiven() {
        return contact != null && contact.isGiven();
    }

    /** Whether the reporter said who they are: some rights are for those only. */
    public boolean named() {
        return contact != null && isText(contact.name());
    }

    static boolean isText(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
