package org.lianzhi.intake.crowd;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** The network that an address belongs to: one IPv4 address, or the part of an IPv6 address that a household gets. */
final class Network {

    private static final int IPV4_BYTES = 4;
    private static final int IPV6_NETWORK_BYTES = 8;

    private Network() {}

    static String of(String address) {
        try {
            byte[] bytes = literal(address);
            return HexFormat.of()
                    .formatHex(bytes.length == IPV4_BYTES ? bytes : Arrays.copyOf(bytes, IPV6_NETWORK_BYTES));
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    /** No name is ever looked up for this. */
    private static byte[] literal(String address) {
        if (!address.matches("[0-9a-fA-F.:]+(%.*)?")) {
            throw new IllegalArgumentException("no address");
        }
        try {
            return InetAddress.getByName(address.replaceFirst("%.*$", "")).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
