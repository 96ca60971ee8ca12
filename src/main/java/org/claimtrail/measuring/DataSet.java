package org.claimtrail.measuring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A kind of data with known answers. */
interface DataSet {

    /**
     * Whether the folder holds data of this kind, as its publisher lays it out.
     *
     * @throws IOException if the folder cannot be read
     */
    boolean isIn(Path folder) throws IOException;

    /**
     * Runs the splitter on the data and compares.
     *
     * @throws IOException if the data cannot be read
     */
    List<Figure> measure(Path folder) throws IOException;
}
