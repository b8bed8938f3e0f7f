package org.lianzhi.test;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs all rules over a module: {@code class ArchitectureTest implements ArchitectureTests}. */
public interface ArchitectureTests {

    /** The module's own root package is that of the test. */
    @TestFactory
    default Stream<DynamicTest> the_architecture_holds() {
        JavaClasses classes = ArchitectureRules.classesBelow(getClass().getPackageName());
        return ArchitectureRules.all().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(classes)));
    }
}
