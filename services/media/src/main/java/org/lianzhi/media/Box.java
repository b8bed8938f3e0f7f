package org.lianzhi.media;

import org.lianzhi.model.RuleViolated;

/**
 * A part of a picture, in hundredths of its width and height from its upper left corner: so it means the same at any size.
 */
public record Box(double left, double top, double width, double height) {

    private static final double WHOLE = 100;

    /** @throws RuleViolated {@code photo.box} for what is no part of a picture */
    public Box {
        boolean fits = left >= 0
                && top >= 0
                && width > 0
                && height > 0
                && left + width <= WHOLE + 1e-6
                && top + height <= WHOLE + 1e-6;
        if (!fits) {
            throw new RuleViolated("photo.box");
        }
    }

    /** Outwards to whole pixels: nothing at the edge is left over. */
    int from(double share, int pixels) {
        return (int) Math.floor(share * pixels / WHOLE);
    }

    int to(double share, int pixels) {
        return Math.min(pixels, (int) Math.ceil(share * pixels / WHOLE));
    }
}
