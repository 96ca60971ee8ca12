package org.claimtrail.splitting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class PlainJavaTests {

    @Test
    void splittingUsesNothingButJavaAndOpenNlp() {
        JavaClasses splitting = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.claimtrail.splitting");
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.claimtrail.splitting..", "opennlp..", "org.jspecify..")
                .check(splitting);
    }
}
