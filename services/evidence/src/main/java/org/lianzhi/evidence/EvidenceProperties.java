package org.lianzhi.evidence;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of who keeps checkpoints.
 *
 * @param known folder with the known keys of each side; without it no signature counts
 */
@ConfigurationProperties("lianzhi.evidence")
public record EvidenceProperties(@Nullable Path known) {}
