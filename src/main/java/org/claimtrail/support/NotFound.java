package org.claimtrail.support;

/** Something was asked for that is not there, or not for the one who asks: answered with 404. */
public class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotFound(String what, Object id) {
        super(what + " " + id);
    }
}
