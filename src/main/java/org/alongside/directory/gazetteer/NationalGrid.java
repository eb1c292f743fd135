package org.alongside.directory.gazetteer;

import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.ProjCoordinate;

/** Eastings and northings of the British National Grid, told in degrees, to some five metres. */
final class NationalGrid {
    /** The parameters of OSGB36, and its seven towards WGS84, are Ordnance Survey's. */
    private static final String GRID = "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy +towgs84=446.448,-125.157,542.06,0.1502,0.247,0.8421,-20.4894 +units=m +no_defs";
    private static final String DEGREES = "+proj=longlat +datum=WGS84 +no_defs";
    private final CoordinateTransform transform;

    NationalGrid() {
        CRSFactory systems = new CRSFactory();
        transform = new CoordinateTransformFactory().createTransform(systems.createFromParameters("OSGB36", GRID), systems.createFromParameters("WGS84", DEGREES));
    }

    record Degrees(double latitude, double longitude) {}

    Degrees of(double easting, double northing) {
        ProjCoordinate there = new ProjCoordinate();
        transform.transform(new ProjCoordinate(easting, northing), there);
        return new Degrees(there.y, there.x);
    }
}
