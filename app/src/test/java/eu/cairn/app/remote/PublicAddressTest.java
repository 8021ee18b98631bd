package eu.cairn.app.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "193.99.144.80",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.1",
                "2a00:1450:4001::200e",
                "2606:4700::1111"
            })
    void whatAnybodyCanReachIsPublic(String address) {
        assertThat(PublicAddress.is(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.100.100.200",
                "127.0.0.1",
                "127.255.0.1",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void everythingElseIsNot(String address) {
        assertThat(PublicAddress.is(InetAddress.ofLiteral(address))).isFalse();
    }

    @Test
    void aConnectionIsLookedAtOnTheAddressThatItIsMadeTo() throws IOException {
        var sockets =
                new GuardedSockets(
                        (SSLSocketFactory) SSLSocketFactory.getDefault(), PublicAddress::is);
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var socket = sockets.createSocket()) {
            var here = new InetSocketAddress(server.getInetAddress(), server.getLocalPort());

            assertThatThrownBy(() -> socket.connect(here))
                    .isInstanceOf(GuardedSockets.NotAllowed.class);
            assertThatThrownBy(
                            () -> sockets.createSocket("localhost", server.getLocalPort()).close())
                    .isInstanceOf(GuardedSockets.NotAllowed.class);
            assertThat(socket.isConnected()).isFalse();
        }
    }
}
