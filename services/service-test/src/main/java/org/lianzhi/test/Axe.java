package org.lianzhi.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;

/** Looks for what keeps people from using a page; it finds only a part of that. */
public final class Axe {

    private static final List<String> WCAG_2_2_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Axe() {}

    /**
     * WCAG 2.2 A and AA.
     *
     * @param what names the page in a failure
     */
    public static void assertConforms(Page page, String what) {
        assertNone(page, what, WCAG_2_2_AA);
    }

    /** The same, and what is good practice besides. */
    public static void assertClean(Page page, String what) {
        assertNone(
                page,
                what,
                Stream.concat(WCAG_2_2_AA.stream(), Stream.of("best-practice")).toList());
    }

    /** In the page itself: axe's other way opens a page of its own for each result, for the sake of frames, which we have not. */
    private static void assertNone(Page page, String what, List<String> rules) {
        AxeRunOptions options = new AxeRunOptions();
        // Of what conforms only the first place is told: to describe all of them takes longer than to look.
        options.setResultTypes(List.of("violations"));
        List<String> violations = new AxeBuilder(page)
                .options(options).withTags(rules).setLegacyMode(true).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " at "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList();
        assertThat(violations).as("accessibility of %s (%s)", what, page.url()).isEmpty();
    }
}
