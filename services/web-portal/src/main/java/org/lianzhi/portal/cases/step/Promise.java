package org.lianzhi.portal.cases.step;

/** A yes to exactly this content. */
record Promise(String digest) {

    /** A no to exactly this content, or its withdrawal. */
    record Objection(String digest, String reasons) {}
}
