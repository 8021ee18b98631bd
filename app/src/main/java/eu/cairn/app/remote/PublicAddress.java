package eu.cairn.app.remote;

import java.net.InetAddress;
import java.util.List;

/**
 * Tells the addresses of the public internet from all others, by the IANA registries of
 * special-purpose addresses for IPv4 and IPv6.
 *
 * <p>Of IPv6 only {@code 2000::/3} is public, without the forms that lead to an IPv4 address of
 * somebody's choice (6to4, Teredo; mapped and NAT64 addresses lie outside).
 */
final class PublicAddress {

    private static final List<Block> OTHERS =
            List.of(
                    Block.of("0.0.0.0", 8),
                    Block.of("10.0.0.0", 8),
                    Block.of("100.64.0.0", 10), // shared by the customers of a provider
                    Block.of("127.0.0.0", 8),
                    Block.of("168.63.129.16", 32), // metadata of machines in Azure
                    Block.of("169.254.0.0", 16), // the link, and metadata of machines elsewhere
                    Block.of("172.16.0.0", 12),
                    Block.of("192.0.0.0", 24),
                    Block.of("192.0.2.0", 24),
                    Block.of("192.31.196.0", 24),
                    Block.of("192.52.193.0", 24),
                    Block.of("192.88.99.0", 24),
                    Block.of("192.168.0.0", 16),
                    Block.of("192.175.48.0", 24),
                    Block.of("198.18.0.0", 15),
                    Block.of("198.51.100.0", 24),
                    Block.of("203.0.113.0", 24),
                    Block.of("224.0.0.0", 3), // several receivers, future use, broadcast
                    Block.of("2001::", 23), // protocols, Teredo among them
                    Block.of("2001:db8::", 32),
                    Block.of("2002::", 16), // 6to4
                    Block.of("2620:4f:8000::", 48),
                    Block.of("3fff::", 20));

    private static final Block PUBLIC_6 = Block.of("2000::", 3);

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        return (address.getAddress().length == 4 || PUBLIC_6.has(address))
                && OTHERS.stream().noneMatch(block -> block.has(address));
    }

    /** The addresses that have the first {@code bits} in common with {@code first}. */
    private record Block(InetAddress first, int bits) {

        static Block of(String first, int bits) {
            return new Block(InetAddress.ofLiteral(first), bits);
        }

        boolean has(InetAddress address) {
            var mine = first.getAddress();
            var other = address.getAddress();
            if (mine.length != other.length) {
                return false;
            }
            for (int i = 0; i < bits; i++) {
                int mask = 0x80 >> (i % 8);
                if (((mine[i / 8] ^ other[i / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
