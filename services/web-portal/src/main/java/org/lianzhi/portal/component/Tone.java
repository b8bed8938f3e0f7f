package org.lianzhi.portal.component;

/** How a tag looks; what it says is in its words. */
public enum Tone {
    PLAIN("grey"),
    WAITING("blue"),
    ATTENTION("yellow"),
    DONE("green"),
    WRONG("red");

    private final String colour;

    Tone(String colour) {
        this.colour = colour;
    }

    public String colour() {
        return colour;
    }
}
