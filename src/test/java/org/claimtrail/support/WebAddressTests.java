package org.claimtrail.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.claimtrail.support.InvalidWebAddress.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTests {

    @ParameterizedTest
    @CsvSource({
        "HTTPS://News.Example/Story,                  https://news.example/Story",
        "http://news.example,                         http://news.example/",
        "http://news.example.:80/,                    http://news.example/",
        "https://news.example:443/a,                  https://news.example/a",
        "https://news.example:8443/a,                 https://news.example:8443/a",
        "https://news.example/a#part,                 https://news.example/a",
        "https://news.example/a?,                     https://news.example/a",
        "https://news.example/a/./b/../c,             https://news.example/a/c",
        "https://news.example/../..,                  https://news.example/",
        "https://news.example/a/%2e%2E/b,             https://news.example/b",
        "https://news.example/%7euser/%c3%a9,         https://news.example/~user/%C3%A9",
        "https://news.example/100%/é ü,               https://news.example/100%25/%C3%A9%20%C3%BC",
        "https://bücher.example/,                     https://xn--bcher-kva.example/",
        "https://почта.example/,                      https://xn--80a1acny.example/",
        "http://[2001:DB8::1]:8080/,                  http://[2001:db8:0:0:0:0:0:1]:8080/",
        "http://[::ffff:10.0.0.1]/,                   http://10.0.0.1/",
        "http://2130706433/,                          http://127.0.0.1/",
        "http://0177.0.0.1/,                          http://127.0.0.1/",
        "http://0x7f.1/,                              http://127.0.0.1/",
        "http://127.1/,                               http://127.0.0.1/",
        "http://１２７.0.0.1/,                          http://127.0.0.1/",
    })
    void bringsEverySpellingOfAnAddressIntoOne(String written, String normal) {
        assertThat(WebAddress.normalize(written)).isEqualTo(normal);
        assertThat(WebAddress.normalize(normal)).isEqualTo(normal);
    }

    @ParameterizedTest
    @CsvSource({
        "https://n.example/a?utm_source=x&id=7&UTM_Medium=y,   https://n.example/a?id=7",
        "https://n.example/a?fbclid=1&gclid=2&mc_cid=3,        https://n.example/a",
        "https://n.example/a?b=2&a=1&&utmost=3,                https://n.example/a?b=2&a=1&utmost=3",
        "https://n.example/a?q=utm_source,                     https://n.example/a?q=utm_source",
    })
    void dropsWhatOnlySaysHowTheReaderCame(String written, String normal) {
        assertThat(WebAddress.normalize(written)).isEqualTo(normal);
    }

    @Test
    void keepsTrackingParametersWhereTheAddressIsToBeFetched() {
        assertThat(WebAddress.parse(" https://n.example/a?utm_source=x "))
                .hasToString("https://n.example/a?utm_source=x");
    }

    @ParameterizedTest
    @CsvSource({
        "'',                                EMPTY",
        "'  ',                              EMPTY",
        "n.example/a,                       NOT_WEB",
        "ftp://n.example/,                  NOT_WEB",
        "javascript:alert(1),               NOT_WEB",
        "file:///etc/passwd,                NOT_WEB",
        "https:n.example,                   MALFORMED",
        "https:///path,                     NO_HOST",
        "https://:80/,                      NO_HOST",
        "https://user:secret@n.example/,    USER_INFO",
        "https://n.example@10.0.0.1/,       USER_INFO",
        "https://n.example\\@10.0.0.1/,     MALFORMED",
        "https://n.example:0/,              BAD_PORT",
        "https://n.example:65536/,          BAD_PORT",
        "https://n.example:80x/,            MALFORMED",
        "https://n..example/,               BAD_HOST",
        "https://n%2e.example/,             BAD_HOST",
        "https://a b.example/,              BAD_HOST",
        "https://straße.example/,           BAD_HOST",
        "http://256.1.1.1/,                 BAD_HOST",
        "http://1.2.3.4.5/,                 BAD_HOST",
        "http://1.2.3.09/,                  BAD_HOST",
        "http://4294967296/,                BAD_HOST",
        "http://[::1%eth0]/,                BAD_HOST",
        "http://[::g]/,                     BAD_HOST",
        "http://[12]/,                      BAD_HOST",
    })
    void saysWhatIsWrongWithAnAddress(String address, Reason reason) {
        assertThatExceptionOfType(InvalidWebAddress.class)
                .isThrownBy(() -> WebAddress.normalize(address))
                .extracting(InvalidWebAddress::reason)
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://n.example/a\nHost: evil", "https://n.exa\0mple/", "https://n.example/\ud83d"})
    void refusesCharactersThatNoAddressHolds(String address) {
        assertThatExceptionOfType(InvalidWebAddress.class).isThrownBy(() -> WebAddress.normalize(address));
    }

    @Test
    void refusesAnAddressOfMoreThanTwoThousandCharactersEvenIfOnlyItsEscapesMakeItSo() {
        String start = "https://n.example/";
        assertThat(WebAddress.normalize(start + "a".repeat(2_000 - start.length())))
                .hasSize(2_000);
        for (String tooLong : new String[] {"a".repeat(2_001 - start.length()), "é".repeat(400)}) {
            assertThatExceptionOfType(InvalidWebAddress.class)
                    .isThrownBy(() -> WebAddress.normalize(start + tooLong))
                    .extracting(InvalidWebAddress::reason)
                    .isEqualTo(Reason.TOO_LONG);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/c?d=1,                https://n.example:8443/c?d=1",
        "c,                     https://n.example:8443/a/c",
        "../c,                  https://n.example:8443/c",
        "?x=1,                  https://n.example:8443/a/b?x=1",
        "'',                    https://n.example:8443/a/b?q=1",
        "#top,                  https://n.example:8443/a/b?q=1",
        "//other.example/x,     https://other.example/x",
        "http://other.example,  http://other.example/",
    })
    void followsAReferenceFromItsPage(String reference, String target) {
        assertThat(WebAddress.parse("https://n.example:8443/a/b?q=1").resolve(reference))
                .hasToString(target);
    }

    @Test
    void refusesToFollowAReferenceOffTheWeb() {
        assertThatExceptionOfType(InvalidWebAddress.class)
                .isThrownBy(() -> WebAddress.parse("https://n.example/").resolve("file:///etc/passwd"));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonHasASentence(Reason reason) throws IOException {
        Properties messages = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(WebAddress.class.getResourceAsStream("/messages.properties")),
                StandardCharsets.UTF_8)) {
            messages.load(in);
        }
        assertThat(messages).containsKey(new InvalidWebAddress(reason).messageKey());
    }
}
