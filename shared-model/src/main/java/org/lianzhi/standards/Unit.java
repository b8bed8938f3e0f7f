package org.lianzhi.standards;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Arrays;

/** Units of results. Counts are given per 100 mL by one standard and per litre by another: a factor of ten. */
public enum Unit {
    MILLIGRAM_PER_LITRE("mg/L", Quantity.MASS, BigDecimal.ONE),
    COUNT_PER_LITRE("count/L", Quantity.COUNT, BigDecimal.ONE),
    COUNT_PER_100_ML("count/100mL", Quantity.COUNT, BigDecimal.TEN);

    private enum Quantity {
        MASS,
        COUNT
    }

    private final String code;
    private final Quantity quantity;
    private final BigDecimal perLitre;

    Unit(String code, Quantity quantity, BigDecimal perLitre) {
        this.code = code;
        this.quantity = quantity;
        this.perLitre = perLitre;
    }

    @JsonValue
    public String code() {
        return code;
    }

    @JsonCreator
    public static Unit of(String code) {
        return Arrays.stream(values())
                .filter(unit -> unit.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such unit: " + code));
    }

    boolean isComparableWith(Unit other) {
        return quantity == other.quantity;
    }

    /** The value in another unit of the same quantity. */
    BigDecimal convert(BigDecimal value, Unit to) {
        return value.multiply(perLitre).divide(to.perLitre);
    }
}
