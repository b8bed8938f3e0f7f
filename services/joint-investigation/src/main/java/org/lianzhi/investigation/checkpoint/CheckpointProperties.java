package org.lianzhi.investigation.checkpoint;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the checkpoints.
 *
 * @param keys folder with the signing key of each hosted side; a missing key is made; without a folder nothing is signed
 * @param every how often the heads are signed, if any has changed
 * @param lookAgain how often all heads are read from the journal: this instance may not have been told of every commit
 */
@ConfigurationProperties("lianzhi.checkpoints")
public record CheckpointProperties(
        @Nullable Path keys,
        @DefaultValue("10m") Duration every,
        @DefaultValue("10m") Duration lookAgain) {}
