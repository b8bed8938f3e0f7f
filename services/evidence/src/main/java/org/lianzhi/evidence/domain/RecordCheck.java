package org.lianzhi.evidence.domain;

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
        Map<String, Chain> chains = new LinkedHashMap<>();
        records.forEach((stream, found) -> chains.put(stream, Chain.of(stream, found)));
        return chains.values().stream()
                .map(chain -> judge(
                        chain,
                        Stream.concat(seen(chain.stream(), chains), claims.apply(chain.stream()).stream())
                                .toList()))
                .toList();
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

    /** The heads that the other records name; only what itself holds can prove something. */
    private static Stream<Claim> seen(String stream, Map<String, Chain> chains) {
        StreamId own = StreamId.parse(stream);
        return chains.values().stream()
                .filter(other -> isOtherSideOf(own, StreamId.parse(other.stream())))
                .flatMap(other -> other.commits().stream())
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
            return broken(chain, chain.brokenAt(), chain.problem(), proven(chain, claims, chain.length()), claims);
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
        return claim.version() <= chain.length() && chain.hash(claim.version()).equals(claim.hash());
    }
}
