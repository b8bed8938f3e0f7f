package org.lianzhi.investigation.approval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianzhi.journal.Listed;

class PaperLinesTest {

    @Test
    @SuppressWarnings("NullAway") // How a list is divided asks nobody.
    void what_was_done_stands_in_many_documents_because_it_grows_without_end() {
        PaperLines lines = new PaperLines(null, null, null);
        assertThat(lines.parts(PaperLines.done("hn", "431129-branch"))).isEqualTo(Listed.MANY);
        assertThat(lines.parts(PaperLines.open("hn", "431129-branch"))).isEqualTo(1);
    }
}
