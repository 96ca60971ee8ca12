package org.claimtrail.account.web;

import io.nayuki.qrcodegen.QrCode;

/** A QR code as a picture: dark on light whatever the page is, since cameras want it so. */
final class QrSvg {

    private static final int QUIET = 4;

    private QrSvg() {}

    static String of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder dark = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    dark.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        int side = code.size + 2 * QUIET;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + side + "v" + side + "H0z\"/>"
                + "<path fill=\"#000\" d=\"" + dark + "\"/></svg>";
    }
}
