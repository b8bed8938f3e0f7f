package org.lianzhi.evidence.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lianzhi.journal.StreamId;

/**
 * Recomputes the hash chains of records and holds them against what others have seen of them. A chain alone does not show
 * that its end was cut off, or that all of it was written anew; the other side's record, signed checkpoints and copies do.
 */
public final class RecordCheck {

    private RecordCheck() {}

    /**
     * Checks the records of one matter.
     *
     * @param records every stream that is to be there, with what was found of it
     * @param claims what is known of a stream from elsewhere, only what can be trusted
     */
    public static List<Verdict> check(
            Map<String, ? extends Collection<Stored>> records, Function<String, ? extends Collection<Claim>> claims) {
        List<Alone> all = new ArrayList<>();
        records.forEach((stream, found) -> {
            Chain chain = Chain.of(stream, found);
            List<Claim> outside = List.copyOf(claims.apply(stream));
            all.add(new Alone(chain, outside, judge(chain, outside)));
        });
        return all.stream().map(own -> judge(own, all)).toList();
    }

    /**
     * A record before the others of its matter are heard.
     *
     * @param outside what is known of it from elsewhere
     */
    private record Alone(Chain chain, List<Claim> outside, Verdict verdict) {

        /** What does not hold may also have been written anew before its break: it testifies as far as somebody confirms it. */
        boolean testifies(long version) {
            return version <= (verdict.intact() ? verdict.commits() : verdict.provenUpTo());
        }

        boolean isConfirmed(long version) {
            return version <= verdict.provenUpTo();
        }
    }

    /** What a record that was kept elsewhere claims, as far as it holds. */
    public static List<Claim> copy(String holder, String stream, Collection<Stored> found, long upTo) {
        return Chain.of(stream, found).commits().stream()
                .filter(commit -> commit.version() <= upTo)
                .map(commit -> new Claim(
                        Claim.COPY,
                        holder,
                        stream,
                        commit.version(),
                        commit.appendedAt(),
                        stream,
                        commit.version(),
                        commit.hash()))
                .toList();
    }

    /** The heads of a record that another one names; only what itself holds can prove something. */
    private static Stream<Claim> seen(Alone record, Alone other) {
        String stream = record.chain().stream();
        StreamId own = StreamId.parse(stream);
        if (!isOtherSideOf(own, StreamId.parse(other.chain().stream()))) {
            return Stream.empty();
        }
        return other.chain().commits().stream()
                .filter(commit -> other.testifies(commit.version()))
                .flatMap(commit -> Optional.ofNullable(commit.seen().get(own.side())).stream()
                        .map(head -> new Claim(
                                Claim.RECORD,
                                commit.stream().side(),
                                commit.stream().toString(),
                                commit.version(),
                                commit.appendedAt(),
                                stream,
                                head.version(),
                                head.hash())));
    }

    private static boolean isOtherSideOf(StreamId own, StreamId other) {
        return own.kind().equals(other.kind())
                && own.id().equals(other.id())
                && !own.side().equals(other.side());
    }

    /** Nobody outside confirms the commit that says so, and somebody the record that it speaks of. */
    private static boolean isFalse(Claim seen, Alone record, Alone other) {
        return !agrees(seen, record.chain()) && record.isConfirmed(seen.version()) && !other.isConfirmed(seen.number());
    }

    private static Verdict judge(Alone own, List<Alone> all) {
        List<Claim> claims = Stream.concat(
                        all.stream().flatMap(other -> seen(own, other).filter(seen -> !isFalse(seen, own, other))),
                        own.outside().stream())
                .toList();
        Verdict verdict = judge(own.chain(), claims);
        return all.stream()
                .flatMap(record -> seen(record, own)
                        .filter(seen -> isFalse(seen, record, own))
                        .filter(seen -> verdict.brokenAt() == null || seen.number() < verdict.brokenAt())
                        .map(seen -> refuted(own.chain(), claims, seen, record)))
                .min(Comparator.comparingLong(Verdict::commits))
                .orElse(verdict);
    }

    /** By what it says of another record. */
    private static Verdict refuted(Chain chain, List<Claim> claims, Claim said, Alone record) {
        long at = said.number();
        return new Verdict(
                chain.stream(),
                at - 1,
                chain.hash(at - 1),
                at,
                "rewritten",
                proven(chain, claims, at - 1),
                ofEachHolder(
                        record.outside(),
                        claim -> claim.version() >= said.version() && agrees(claim, record.chain()),
                        Comparator.comparingLong(Claim::version)));
    }

    private static Verdict judge(Chain chain, List<Claim> all) {
        List<Claim> claims = all.stream().filter(claim -> claim.version() > 0).toList();
        long refutedAt = claims.stream()
                .filter(claim -> chain.brokenAt() == null || claim.version() < chain.brokenAt())
                .filter(claim -> !agrees(claim, chain))
                .mapToLong(Claim::version)
                .min()
                .orElse(0);
        if (refutedAt > chain.length()) {
            return broken(chain, chain.length() + 1, "truncated", proven(chain, claims, chain.length()), claims);
        }
        if (refutedAt > 0) {
            List<Claim> against =
                    claims.stream().filter(claim -> !agrees(claim, chain)).toList();
            return broken(chain, refutedAt, "rewritten", proven(chain, claims, refutedAt - 1), against);
        }
        if (chain.brokenAt() != null && chain.problem() != null) {
            long before = chain.brokenAt() - 1;
            long proven = proven(chain, claims, before);
            if (proven < before && claims.stream().anyMatch(chain::isConfirmedLater)) {
                return broken(chain, before, "rewritten", proven, claims);
            }
            return broken(chain, chain.brokenAt(), chain.problem(), proven, claims);
        }
        return new Verdict(
                chain.stream(),
                chain.length(),
                chain.hash(chain.length()),
                null,
                null,
                proven(chain, claims, chain.length()),
                ofEachHolder(
                        claims,
                        claim -> agrees(claim, chain),
                        Comparator.comparingLong(Claim::version).reversed()));
    }

    private static long proven(Chain chain, List<Claim> claims, long atMost) {
        return claims.stream()
                .filter(claim -> claim.version() <= atMost && agrees(claim, chain))
                .mapToLong(Claim::version)
                .max()
                .orElse(0);
    }

    private static Verdict broken(Chain chain, long at, String problem, long proven, List<Claim> claims) {
        return new Verdict(
                chain.stream(),
                at - 1,
                chain.hash(at - 1),
                at,
                problem,
                proven,
                ofEachHolder(claims, claim -> claim.version() >= at, Comparator.comparingLong(Claim::version)));
    }

    private static List<Claim> ofEachHolder(List<Claim> claims, Predicate<Claim> which, Comparator<Claim> best) {
        Map<String, Claim> chosen = new LinkedHashMap<>();
        claims.stream()
                .filter(which)
                .sorted(best.thenComparing(Claim::source).thenComparingLong(Claim::number))
                .forEach(claim -> chosen.putIfAbsent(claim.kind() + " " + claim.holder(), claim));
        return List.copyOf(chosen.values());
    }

    private static boolean agrees(Claim claim, Chain chain) {
        // Whoever writes a number below zero has seen nothing that there is.
        return claim.version() >= 0
                && claim.version() <= chain.length()
                && chain.hash(claim.version()).equals(claim.hash());
    }
}
