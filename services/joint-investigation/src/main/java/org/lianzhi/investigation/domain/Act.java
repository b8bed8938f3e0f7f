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
    DECIDE_DISPOSITION("decide-disposition"),
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

    /** Whether most cases never come to it: then no task list speaks of it. */
    boolean isRare() {
        return this == ENTER_DECISION || this == DECIDE_DISPOSITION || this == HEAVY_RAIN || this == AFTER_CHECK;
    }
}
