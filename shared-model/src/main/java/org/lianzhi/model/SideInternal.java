package org.lianzhi.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This text stays on the topics of its own side. Text about a person has no mark at all, because it is in no event: it
 * stays in the vault of the receiving side.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface SideInternal {}
