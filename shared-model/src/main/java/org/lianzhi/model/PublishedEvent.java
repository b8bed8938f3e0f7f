package org.lianzhi.model;

/** Something that happened and that other services may rely on. Its name on the wire stands in {@code WireTypes}. */
public sealed interface PublishedEvent
        permits ReportEvent, CaseEvent, NoticeEvent, EvidenceEvent, SupervisionEvent, AccessEvent, DeskEvent {}
