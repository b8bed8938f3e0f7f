package org.lianzhi.portal.operations;

import java.time.Instant;
import java.util.List;

/**
 * What does not get on in all services.
 *
 * @param away names of services that did not answer, so that nobody takes silence for health
 * @param gaps what services lack and have asked for
 * @param waiting what each service has recorded and not handed on yet
 * @param unknown events that were passed over because their type is of a newer version
 */
public record OperationsPage(
        List<Parked> parked, List<Gap> gaps, List<String> away, List<Unknown> unknown, List<Waiting> waiting) {

    /**
     * A case that a service could not go on with.
     *
     * @param service key of its name
     * @param href where it is decided
     * @param event type of the event that could not be applied, and its place in the record
     * @param reason kind of the failure; never content
     */
    public record Parked(
            String service,
            String consumer,
            String subject,
            String href,
            String event,
            String reason,
            Instant since,
            int streams) {}

    /**
     * Something is missing in what a service has got of a record.
     *
     * @param record and the place after which something is missing
     * @param since when it was noticed
     */
    public record Gap(String service, String consumer, String record, Instant since) {}

    /** Events of one type. */
    public record Unknown(String service, String type, long count) {}

    /**
     * Records of one service on their way to the others.
     *
     * @param refused of these, how many are refused for a reason that waiting does not mend
     * @param oldestSeconds how long the oldest has waited
     */
    public record Waiting(String service, int records, int refused, long oldestSeconds) {}
}
