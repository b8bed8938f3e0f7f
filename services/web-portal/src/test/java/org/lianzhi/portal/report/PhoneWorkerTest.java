package org.lianzhi.portal.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

class PhoneWorkerTest {

    @Test
    void a_page_that_changed_makes_another_build_and_another_order_of_its_parts_does_not() throws IOException {
        String build = PhoneWorker.digest(List.of(part("script"), part("page")));

        assertThat(PhoneWorker.digest(List.of(part("page"), part("script")))).isEqualTo(build);
        assertThat(PhoneWorker.digest(List.of(part("script"), part("another page"))))
                .isNotEqualTo(build);
    }

    private static Resource part(String content) {
        return new ByteArrayResource(content.getBytes(UTF_8));
    }
}
