package org.lianzhi.intake.telling;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How reporters are told by mail; the server is named by {@code spring.mail.host}, and without one nobody is.
 *
 * @param from address of the office
 * @param page address of the status page; null leaves it out, for where the address alone would say too much
 * @param worth how long something is news: what a rebuild or a restore brings up again is not
 * @param again after how long a mail that the server does not take for now is offered again
 */
@ConfigurationProperties("lianzhi.intake.mail")
public record MailSettings(@Nullable String from, @Nullable String page, Duration worth, Duration again) {}
