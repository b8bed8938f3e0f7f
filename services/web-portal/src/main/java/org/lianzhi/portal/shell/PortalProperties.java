package org.lianzhi.portal.shell;

import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator of a portal decides.
 *
 * @param demo whether cases, names and figures are made up; printed on every page then
 * @param zone the zone in which people read times
 * @param emergency numbers to phone first when life is in danger
 * @param hotlines numbers for people who would rather phone than write
 * @param colleagues names to the references by which records know people; of each office its own people see them,
 *     and of whoever did something with a paper those who work at it on the same side
 */
@ConfigurationProperties("lianzhi.portal")
public record PortalProperties(
        @DefaultValue("false") boolean demo,
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue List<Phone> emergency,
        @DefaultValue List<Phone> hotlines,
        @DefaultValue List<Colleague> colleagues) {

    /** Somebody of an office. */
    public record Colleague(String person, String name, String bureau) {}

    /** A number and what it is for, in both languages. */
    public record Phone(String number, String zh, String en) {

        public String use(Language language) {
            return language == Language.ENGLISH ? en : zh;
        }
    }
}
