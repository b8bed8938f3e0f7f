package org.lianzhi.investigation.domain;

/** What can be somebody's turn, in the order of the procedure. */
public enum Act {
    ACKNOWLEDGE("acknowledge"),
    STATE_JURISDICTION("state-jurisdiction"),
    ENTER_DECISION("enter-decision"),
    PROPOSE_INSPECTION("propose-inspection"),
    ANSWER_INSPECTION("answer-inspection"),
    RECORD_INSPECTION("record-inspection"),
    TAKE_SAMPLE("take-sample"),
    SEND_SAMPLE("send-sample"),
    RECEIVE_SAMPLE("receive-sample"),
    REPORT_RESULTS("report-results"),
    PROPOSE_FINDING("propose-finding"),
    ANSWER_FINDING("answer-finding"),
    ORDER("order"),
    MEASURE_DONE("measure-done"),
    VERIFY_MEASURE("verify-measure"),
    SIGN("sign"),
    RECORD_REPLY("record-reply"),
    HEAVY_RAIN("heavy-rain"),
    AFTER_CHECK("after-check"),
    REOPEN("reopen");

    private final String code;

    Act(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Whether the laboratory does it, not an officer. */
    public boolean isOfLaboratory() {
        return this == RECEIVE_SAMPLE || this == REPORT_RESULTS;
    }

    /** Whether a task list speaks of it only once it can be done, or was. */
    boolean isRare() {
        return switch (this) {
            case ENTER_DECISION, RECORD_REPLY, HEAVY_RAIN, AFTER_CHECK -> true;
            default -> false;
        };
    }

    /** Whether it stands apart from what the two sides do together: nobody waits for it. */
    boolean isApart() {
        return this == RECORD_REPLY || this == AFTER_CHECK;
    }
}
