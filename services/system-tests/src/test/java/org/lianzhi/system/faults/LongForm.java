package org.lianzhi.system.faults;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Runs with the profile {@code faults} only: an ordinary build takes a selection. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(named = "faults.seeds", matches = "\\d+", disabledReason = "in the long form only: -Pfaults")
public @interface LongForm {}
