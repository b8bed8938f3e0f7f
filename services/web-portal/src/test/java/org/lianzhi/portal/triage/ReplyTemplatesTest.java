package org.lianzhi.portal.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianzhi.portal.component.Choice;
import org.lianzhi.portal.triage.ReplyTemplates.Template;

class ReplyTemplatesTest {

    @Test
    void a_template_needs_a_name_and_chinese_and_may_have_english() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Template("Done", " ", "It is done."));
        assertThatIllegalArgumentException().isThrownBy(() -> new Template("", "已办结。", null));
        assertThat(new ReplyTemplates(
                                List.of(new Template("办结", "已办结。", null), new Template("整改", "已整改。", "Put right.")))
                        .choices())
                .extracting(Choice::value)
                .containsExactly("0-zh", "1-zh", "1-en");
    }
}
