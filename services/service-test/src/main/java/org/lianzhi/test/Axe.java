package org.lianzhi.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** Looks for what keeps people from using a page; it finds only a part of that. */
public final class Axe {

    private static final List<String> WCAG_2_2_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private Axe() {}

    /** @param what names the page in a failure */
    public static void assertClean(Page page, String what) {
        List<String> violations = new AxeBuilder(page)
                .withTags(WCAG_2_2_AA).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " at "
                                + rule.getNodes().stream()
                                        .map(node -> String.valueOf(node.getTarget()))
                                        .toList())
                        .toList();
        assertThat(violations).as("accessibility of %s (%s)", what, page.url()).isEmpty();
    }
}
