package org.lianzhi.investigation.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianzhi.journal.Listed;

class SupervisionLinesTest {

    @Test
    @SuppressWarnings("NullAway") // How a list is divided asks nobody.
    void what_is_over_stands_in_many_documents_because_it_grows_without_end() {
        SupervisionLines lines = new SupervisionLines(null, null);
        assertThat(lines.parts(SupervisionLines.over("side-hn"))).isEqualTo(Listed.MANY);
        assertThat(lines.parts(SupervisionLines.open("side-hn"))).isEqualTo(1);
    }
}
