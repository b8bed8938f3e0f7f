package org.lianzhi.portal.component;

import org.jspecify.annotations.Nullable;

/**
 * A re-encoded picture without metadata.
 *
 * @param caption in the reader's words if there is one
 * @param number from 1, for "photo 2"
 */
public record Photo(String href, int number, @Nullable String caption) {}
