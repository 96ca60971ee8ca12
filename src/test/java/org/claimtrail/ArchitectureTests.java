package org.claimtrail;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@AnalyzeClasses(packages = "org.claimtrail", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule SPLITTING_IS_PLAIN_JAVA = noClasses()
            .that()
            .resideInAPackage("..splitting..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "tools.jackson..", "jakarta..", "org.hibernate..");

    @ArchTest
    static final ArchRule WHAT_ANSWERS_REQUESTS_IS_CLOSED =
            classes().that().resideInAPackage("..web").should().notBePublic();

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule NO_OLD_DATES =
            noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.util.Date");

    @ArchTest
    static final ArchRule CONTROLLERS_OPEN_NO_TRANSACTION = methods()
            .that()
            .areDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Controller")
            .should()
            .notBeAnnotatedWith(Transactional.class);

    @ArchTest
    static final ArchRule THE_CLOCK_IS_INJECTED = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now");

    /** Feeds are written; no XML is read, so that no entity can be looked up. */
    @ArchTest
    static final ArchRule NO_XML_IS_READ = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "javax.xml.parsers..",
                    "javax.xml.transform..",
                    "javax.xml.xpath..",
                    "javax.xml.validation..",
                    "org.w3c.dom..",
                    "org.xml.sax..",
                    "jakarta.xml.bind..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("javax\\.xml\\.stream\\.(XMLInputFactory|XMLStreamReader|XMLEventReader)");

    @ArchTest
    static final ArchRule NO_TEXT_BECOMES_AN_OBJECT_OR_A_PROGRAM = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.io\\.ObjectInputStream|java\\.lang\\.Runtime\\$.*")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.script..", "javax.naming..", "org.springframework.expression..", "javax.tools..")
            .orShould()
            .callMethod(Runtime.class, "exec", String.class)
            .orShould()
            .callMethod(Runtime.class, "exec", String[].class);

    /** PostgreSQL is started with arguments of the program's own. */
    @ArchTest
    static final ArchRule ONLY_THE_DATABASE_STARTS_PROCESSES = noClasses()
            .that()
            .resideOutsideOfPackage("..database..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.ProcessBuilder");
}
