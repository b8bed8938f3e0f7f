package org.lianzhi.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule that never fails is worth nothing: each is shown a class that breaks it. */
class ArchitectureRulesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "the domain is plain Java|org.lianzhi.test.samples.domain.SpringInTheDomain|plain Java",
                "time and identity come to the domain from outside|org.lianzhi.test.samples.domain.ClockInTheDomain|in"
                        + " the command",
                "no transactions|org.lianzhi.test.samples.Transaction|write one document",
                "no transactions|org.lianzhi.test.samples.TransactionOfAll|write one document",
                "no transactions|org.lianzhi.test.samples.TransactionByHand|write one document",
                "no queries as text|org.lianzhi.test.samples.TextQuery|use Criteria",
                "dependencies come through the constructor|org.lianzhi.test.samples.Injected|a constructor says",
                "output goes to the log|org.lianzhi.test.samples.Printing|belongs to the log",
                "no change streams|org.lianzhi.test.samples.Watching|hands commits over in memory",
            })
    void a_class_that_breaks_the_rule_is_named_with_the_way_out(String rule, Class<?> breaker, String wayOut) {
        ArchRule broken = Objects.requireNonNull(ArchitectureRules.all().get(rule));
        assertThatThrownBy(() -> broken.check(new ClassFileImporter().importClasses(breaker)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(breaker.getSimpleName())
                .hasMessageContaining(wayOut);
    }

    @Test
    void a_cycle_between_packages_is_found() {
        ArchRule rule = Objects.requireNonNull(ArchitectureRules.all().get("no package cycles"));
        assertThatThrownBy(() -> rule.check(new ClassFileImporter()
                        .importPackages("org.lianzhi.test.samples.one", "org.lianzhi.test.samples.other")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Cycle");
    }

    @Test
    void there_are_eight_rules() {
        assertThat(ArchitectureRules.all()).hasSize(8);
    }
}
