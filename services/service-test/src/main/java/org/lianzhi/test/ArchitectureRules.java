package org.lianzhi.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;

/** The rules that hold in every service. Each says what to do instead. */
public final class ArchitectureRules {

    private ArchitectureRules() {}

    /** The rules by name, for a test that runs each. */
    public static Map<String, ArchRule> all() {
        return Map.ofEntries(
                Map.entry("the domain is plain Java", domainIsPlain()),
                Map.entry("time and identity come to the domain from outside", domainGetsTimeAndIdentity()),
                Map.entry("no package cycles", noCycles()),
                Map.entry("no transactions", noTransactions()),
                Map.entry("no queries as text", noTextQueries()),
                Map.entry("no change streams", noChangeStreams()),
                Map.entry("dependencies come through the constructor", noFieldInjection()),
                Map.entry("output goes to the log", noStandardOutput()));
    }

    /** The classes of a module, without its tests. */
    public static JavaClasses classesBelow(String rootPackage) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(rootPackage);
    }

    static ArchRule domainIsPlain() {
        return noClasses()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..", "com.mongodb..", "org.bson..", "org.apache.kafka..", "tools.jackson..")
                .because("rules are plain Java: put what needs a framework into the application layer")
                .allowEmptyShould(true);
    }

    static ArchRule domainGetsTimeAndIdentity() {
        return noClasses()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .because("time and identity come in the command")
                .allowEmptyShould(true);
    }

    static ArchRule noCycles() {
        return slices().matching("org.lianzhi.(**)")
                .should()
                .beFreeOfCycles()
                .because("a cycle is one package in disguise: move what both need to where one may depend on it")
                .allowEmptyShould(true);
    }

    static ArchRule noTransactions() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.transaction..")
                .because("the embedded store has none, and evidence must not rest on them: write one document")
                .allowEmptyShould(true);
    }

    static ArchRule noTextQueries() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "org\\.springframework\\.data\\.mongodb\\.(repository\\.(Query|Aggregation)|core\\.query\\.BasicQuery)")
                .because("bound parameters in query text were injectable (CVE-2026-59342): use Criteria or Filters")
                .allowEmptyShould(true);
    }

    static ArchRule noChangeStreams() {
        return noClasses()
                .should()
                .callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.name("watch"))
                        .and(JavaCall.Predicates.target(HasOwner.Predicates.With.owner(
                                JavaClass.Predicates.resideInAPackage("com.mongodb..")))))
                .because("the embedded store has no change streams: the relay hands commits over in memory")
                .allowEmptyShould(true);
    }

    static ArchRule noFieldInjection() {
        return noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .because("a constructor says what a class needs and lets a test give it")
                .allowEmptyShould(true);
    }

    static ArchRule noStandardOutput() {
        return noClasses()
                .that()
                .resideOutsideOfPackages("org.lianzhi.standalone..", "org.lianzhi..command..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("output belongs to the log, but for what a command of the package command is asked for, which"
                        + " is kept clean of control characters")
                .allowEmptyShould(true);
    }
}
