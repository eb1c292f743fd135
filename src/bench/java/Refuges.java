import java.util.Locale;
import org.alongside.directory.RefugeTimes;
import org.alongside.directory.RefugeTimes.Told;

/** Whether the time an answer takes tells where a refuge stands. Exits with 1 when it does, or when the measure could not have seen it. Run by bin/bench refuges. */
class Refuges {
    private static final double TELLS_NOTHING = 0.05, TELLS = 0.1;

    public static void main(String[] arguments) {
        int rounds = Integer.parseInt(arguments[0]);
        RefugeTimes times = new RefugeTimes();
        times.warm();
        System.out.printf("%nFifty houses at five outward codes, asked about from each of them within 2, 10 and 50 miles; beside the same houses in Cornwall; %d rounds, the houses written anew in each%n", rounds);
        System.out.println("How often the answer took longer where a house stands than where it does not (0.5 is a coin):");
        boolean kept = print("refuges", times.told(true, rounds), TELLS_NOTHING, true);
        boolean seen = print("control: the same services, not hidden", times.told(false, rounds), TELLS, false);
        System.out.println(kept && seen ? "Time tells nothing of a refuge, and would have told of others." : kept ? "MISSED: the control was not seen either" : "MISSED: time tells where a refuge is");
        System.exit(kept && seen ? 0 : 1);
    }

    private static boolean print(String what, Told told, double limit, boolean under) {
        double off = Math.abs(told.share() - 0.5);
        System.out.printf(Locale.ROOT, "%-40s %.3f, median %.1f and %.1f µs, %,d answers each (to reach: %s %s from 0.5)%n", what, told.share(), told.micros(), told.microsElsewhere(), told.answers(), under ? "less than" : "more than", limit);
        return under ? off < limit : off > limit;
    }
}
