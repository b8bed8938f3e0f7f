package org.lianzhi.intake.designation;

import org.jspecify.annotations.Nullable;

/** @param office null as long as nobody designated another one */
public record Designated(@Nullable String office) {

    static final Designated NOBODY = new Designated(null);

    public boolean is(String bureau) {
        return bureau.equals(office);
    }
}
