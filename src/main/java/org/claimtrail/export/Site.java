package org.claimtrail.export;

import org.claimtrail.support.DeskAddress;
import org.springframework.stereotype.Component;

/** Where this desk's pages are, as files name it: the configured address, or the one that was asked. */
@Component
class Site {

    private final DeskAddress desk;

    Site(DeskAddress desk) {
        this.desk = desk;
    }

    /** Without a slash at the end. To be called while the request is served. */
    String address() {
        return desk.asked();
    }
}
