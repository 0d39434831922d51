package io.scopebridge.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Fast
class PrivateAddressesTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.9.9.9", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
        "100.64.0.1", "100.100.100.200", "168.63.129.16", "198.18.0.1", "224.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fec0::1", "fc00::1",
        "fd00:ec2::254", "ff02::1", "::ffff:127.0.0.1", "::ffff:a9fe:a9fe", "::10.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::",
        "2001::808:808", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "64:ff9b:1::808:808", "::ffff:0:808:808", "::ffff:0:7f00:1", "3fff::1", "3fff:fff::1", "5f00::1", "2001:2::1",
        "2001:10::1", "2001:20::1", "192.88.99.1"})
    void notOfThePublicInternet(String address) throws UnknownHostException {
        assertThat(PrivateAddresses.isPrivate(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.15.0.1", "172.32.0.1", "100.63.0.1", "100.128.0.1", "192.167.1.1", "169.253.0.1", "2606:4700::1111",
        "64:ff9b::808:808", "2002:808:808::", "2001:200::1", "2001:4860:4860::8888", "192.88.98.1", "4000::1", "64:ff9b:2::1"})
    void ofThePublicInternet(String address) throws UnknownHostException {
        assertThat(PrivateAddresses.isPrivate(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2130706433", "0177.0.0.1", "127.1", "0x7f000001", "0x7f.0.0.1", "127.0.0.1.", "1.2.3.256", "a.b.1"})
    void spelledOddly(String host) {
        assertThat(PrivateAddresses.isOddlySpelled(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "8.8.8.8", "example.com", "1.example.com", "::1", "::ffff:10.0.0.1", "0xcafe.example"})
    void spelledPlainly(String host) {
        assertThat(PrivateAddresses.isOddlySpelled(host)).isFalse();
    }
}
