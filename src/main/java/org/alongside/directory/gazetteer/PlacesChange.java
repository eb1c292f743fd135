package org.alongside.directory.gazetteer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.alongside.directory.gazetteer.PlacesFile.Kind;

/**
 * What a table of places would change.
 *
 * @param outcodes what is to be kept of it
 * @param added codes that were not known before
 * @param moved those that lie elsewhere now
 * @param gone those that the last load had and this one has not
 * @param left those of the software's own table that it does not have: they stay
 * @param refused those that lie too far from where the software's own table has them to be believed: they stay there
 */
record PlacesChange(List<Outcode> outcodes, List<String> added, List<Moved> moved, List<String> gone, List<String> left, List<Moved> refused) {
    private static final double MOVED_KM = 2, BELIEVED_KM = 5;
    private static final int NAMED = 20;

    record Moved(String code, double kilometres) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s %.1f km", code, kilometres);
        }
    }

    /** @param before what was loaded last */
    static PlacesChange of(Kind kind, List<Outcode> read, Gazetteer shipped, List<Outcode> before) {
        Map<String, Outcode> known = new HashMap<>(shipped.outcodes());
        before.forEach(one -> known.put(one.code(), one));
        List<Outcode> kept = new ArrayList<>();
        List<String> added = new ArrayList<>();
        List<Moved> moved = new ArrayList<>(), refused = new ArrayList<>();
        for (Outcode one : read) {
            Outcode own = shipped.outcodes().get(one.code()), last = known.get(one.code());
            // One line is all that such a table says of a code; a middle of thousands of postcodes is not wrong by one slip.
            boolean slipped = kind == Kind.OUTCODES && own != null && own.kilometresTo(one) > BELIEVED_KM;
            if (slipped) refused.add(new Moved(one.code(), own.kilometresTo(one)));
            Outcode now = slipped ? one.at(own) : one;
            if (last == null) added.add(one.code());
            else if (last.kilometresTo(now) > MOVED_KM) moved.add(new Moved(one.code(), last.kilometresTo(now)));
            kept.add(now);
        }
        Map<String, Outcode> codes = kept.stream().collect(Collectors.toMap(Outcode::code, one -> one));
        return new PlacesChange(List.copyOf(kept), added, far(moved), before.stream().map(Outcode::code).filter(code -> !codes.containsKey(code)).toList(),
                shipped.outcodes().keySet().stream().filter(code -> !codes.containsKey(code)).toList(), far(refused));
    }

    private static List<Moved> far(List<Moved> moved) {
        return moved.stream().sorted(Comparator.comparingDouble(Moved::kilometres).reversed()).toList();
    }

    List<String> inWords() {
        List<String> said = new ArrayList<>(List.of(String.format("Outward codes in it: %,d.", outcodes.size()), named("New", added), named("Moved by more than " + (int) MOVED_KM + " km", moved), named("Gone since the last load", gone)));
        if (!left.isEmpty()) said.add(named("Not in it, so they stay as the software has them", left));
        if (!refused.isEmpty()) said.add(named("Not believed, for lying more than " + (int) BELIEVED_KM + " km from where the software has them; they stay there", refused));
        return said;
    }

    private static String named(String what, List<?> codes) {
        String some = codes.stream().limit(NAMED).map(Object::toString).collect(Collectors.joining(", "));
        return String.format("%s: %,d%s", what, codes.size(), codes.isEmpty() ? "." : " (" + some + (codes.size() > NAMED ? ", ..." : "") + ").");
    }
}
