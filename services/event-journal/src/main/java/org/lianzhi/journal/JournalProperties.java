package org.lianzhi.journal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of a service's journal.
 *
 * @param source CloudEvents source of its events, such as {@code /lianzhi/report-intake}
 * @param topics reach and kind of topic by kind of its own streams, such as {@code case: shared.cases}
 * @param consumes other topics that it reads, without the side, so that they exist before it starts
 * @param sides whose records this deployment hosts
 * @param knownSides all sides of the agreements; their topics are read
 * @param partitions of every topic; fixed for ever, because a key must stay in its partition
 * @param sweepEvery how often unrelayed commits are searched for; 0: only at start, for a store on which that reads everything
 * @param maxEventBytes size of one event at most
 * @param storeTimeout how long an answer of the store is waited for; after it nobody knows whether it did what was asked
 */
@ConfigurationProperties("lianzhi.journal")
public record JournalProperties(
        @DefaultValue("/lianzhi") String source,
        @DefaultValue Map<String, String> topics,
        @DefaultValue List<String> consumes,
        @DefaultValue({"hn", "gx"}) List<String> sides,
        @DefaultValue({"hn", "gx"}) List<String> knownSides,
        @DefaultValue("6") int partitions,
        @DefaultValue("1") short replicationFactor,
        @DefaultValue("1m") Duration sweepEvery,
        @DefaultValue("900000") int maxEventBytes,
        @DefaultValue("20s") Duration storeTimeout) {}
