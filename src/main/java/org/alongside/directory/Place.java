package org.alongside.directory;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Roughly where somebody is or where help is: an outward code, a town or a district, never an address.
 *
 * @param name what people call it
 * @param district the district it lies in; the same as the name for a whole district
 * @param outcodes the outward codes it covers
 * @param latitude degrees, to about a kilometre
 * @param longitude degrees, to about a kilometre
 * @param rough true when the outward code is not known and the middle of its area stands in for it
 */
public record Place(
        String name,
        @Nullable String district,
        Set<String> outcodes,
        Nation nation,
        double latitude,
        double longitude,
        boolean rough) {

    private static final double EARTH_RADIUS_IN_MILES = 3958.8;

    /** The name a person can tell from another of the same name: "Newport, Isle of Wight". */
    public String label() {
        return district == null || district.equals(name) ? name : name + ", " + district;
    }

    public double milesTo(Place other) {
        double north = Math.toRadians(other.latitude - latitude);
        double east = Math.toRadians(other.longitude - longitude);
        double half = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(other.latitude)) * Math.pow(Math.sin(east / 2), 2);
        return 2 * EARTH_RADIUS_IN_MILES * Math.asin(Math.sqrt(half));
    }
}
