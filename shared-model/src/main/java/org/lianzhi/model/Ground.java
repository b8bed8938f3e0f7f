package org.lianzhi.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a side has jurisdiction (Administrative Penalties Law 2021, articles 22 and 25). */
public enum Ground {
    @JsonProperty("outlet")
    OUTLET,
    @JsonProperty("facility")
    FACILITY,
    @JsonProperty("affected-water")
    AFFECTED_WATER,
    @JsonProperty("first-filed")
    FIRST_FILED,
    @JsonProperty("designated")
    DESIGNATED
}
