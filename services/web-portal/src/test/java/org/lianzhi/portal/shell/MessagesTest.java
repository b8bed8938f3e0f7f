package org.lianzhi.portal.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class MessagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"portal", "portal-citizen", "portal-staff"})
    void both_languages_have_words_for_the_same_keys_and_each_once(String name) throws IOException {
        List<String> chinese = keys(name + "_zh_CN");
        List<String> english = keys(name + "_en");

        assertThat(chinese).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(english);
        assertThat(english).doesNotHaveDuplicates().allMatch(key -> key.matches("[A-Za-z0-9./-]+"));
    }

    /** Also what a merge may have left behind counts as a key, and is then refused. */
    private static List<String> keys(String file) throws IOException {
        return new ClassPathResource("messages/" + file + ".properties")
                .getContentAsString(UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.replaceFirst("=.*", ""))
                .toList();
    }
}
