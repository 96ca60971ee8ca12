package org.claimtrail.intake;

import java.net.InetAddress;

/** Where the fetcher may connect to. */
interface AddressPolicy {

    boolean allowsPort(int port);

    /** Decides on one resolved address; an address given in numbers is one too. */
    boolean allows(InetAddress address);
}
