package io.scopebridge.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Fast
class NoProxyTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        example.com; example.com; true
        example.com; api.example.com; true
        example.com; notexample.com; false
        .example.com; api.example.com; true
        *.example.com; api.example.com; true
        EXAMPLE.com; api.Example.COM; true
        example.com; example.com.; true
        example.com; example.com.evil.org; false
        *; anything.example.org; true
        localhost, 127.0.0.1 ,.contoso.local; cw.contoso.local; true
        localhost 127.0.0.1; 127.0.0.1; true
        127.0.0.1; 127.0.0.2; false
        10.0.0.0/8; 10.20.30.40; true
        10.0.0.0/8; 11.20.30.40; false
        10.0.0.0/8; ten.example.com; false
        cw.contoso.local:8443; cw.contoso.local; false
        cw.contoso.local:443; cw.contoso.local; true
        10.1.1.1:443; 10.1.1.1; true
        [::1]; ::1; true
        ::1; 0:0:0:0:0:0:0:1; true
        [fd00::1]:443; fd00::1; true
        [fd00::1]:80; fd00::1; false
        fd00::/8; fd00::7; true
        ; example.com; false
        *:443; example.com; true
        *:80; example.com; false
        10.1.*; 10.1.2.3; true
        10.1.*; 10.10.2.3; false
        *.contoso.*; cw.contoso.local; true
        cw-*.contoso.local:443; cw-2.contoso.local; true
        example.com.; api.example.com; true
        [fd00::]/8; fd00::7; true
        10.0.0.0/8; ::ffff:10.1.1.1; true
        10.0.0.0/33; 10.1.1.1; false
        10.0.0.0/0; 192.168.1.1; true
        a.example.com|b.example.com; b.example.com; false
        fe80::1%eth0; fe80::1%eth0; true
        xn--mnchen-3ya.example; xn--mnchen-3ya.example; true
        ,,; example.com; false""")
    void namesWhatIsCalledDirectly(String list, String host, boolean direct) {
        assertThat(NoProxy.parse(list).covers(host, 443)).isEqualTo(direct);
    }
}
