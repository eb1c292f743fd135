package org.alongside.operator;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.alongside.shared.Side;

/** The page that lies on top of an export, in plain words. */
final class ExportReadme {
    static final String UNDECIDED = "nobody has decided yet that it may leave";

    private ExportReadme() {}

    static String of(String organisation, Side side, Instant at, Map<String, Long> counts, long addresses) {
        return """
                WHAT THIS IS
                Everything Alongside held for %s on its %s side on %s, as far as it may leave.
                The other side of the wall is not in here and must not be put beside it: people who were harmed and people who harmed them were promised that.

                KEEP IT LIKE A CASE FILE
                Whoever reads it knows who asked for help, how to reach them, and what they plan. It is for the people who will look after these records, and for nobody else.
                Send file and passphrase by different ways. Unpack it only where case files may lie. When the records have arrived, delete the file and everything unpacked from it.
                Do not sort or search it on a shared computer, and do not load it into a service on the internet.

                BEFORE ANYBODY WORKS WITH IT
                - Ask the safeguarding lead who must not open which file. That is decided over the wall and not in here.
                - What stood in "safe contact" holds with its dates only. Where it is older than 90 days, or not there, nothing is known to be safe: ask again before you write, text or ring.
                - Files that must stay, and people who asked to be erased, are in retention.hold.csv and retention.erasure.csv.

                WHAT IS NOT IN HERE
                Where people live, stay, could be met or could flee to: addresses, postcodes, areas, places of refuge, places of appointments, the safe places of a plan, what a court order says about
                places, and how somebody who asked for information is reached. One list of these could end lives. They are told one by one, on the desk, to somebody who says why and is written down.
                An address that stood in our records and was also found in a note was taken out of the note (%,d times) and reads %s.
                Somebody may have typed a place we do not hold as an address: read notes with that in mind.
                The files of a case are listed with their number (documents.document.csv) and stay: a photo says where it was taken, and nothing can be taken out of it. They are opened one by one, on the desk.
                Also not in here: notes of supervision, which are between two people; passwords, links and whatever opens this installation; the trail of who read what, which names both sides; fingerprints; messages that wait.
                left-out.csv says it table by table.

                HOW TO READ IT
                One file for each table, called schema.table.csv. columns.csv says what each column means, why it is kept and until when. Rows belong together by their ids.
                UTF-8, commas, RFC 4180. An empty cell means that there is nothing; "" is a text without letters. Times are ISO 8601 with their offset (all +00:00), days are yyyy-mm-dd, lists are JSON,
                safe contact (people.safe_contact.csv, answers) is a JSON object.
                So that no spreadsheet runs what a stranger typed, a cell that begins with = + - @, a tab or a line break has an apostrophe in front (as has one that begins with apostrophes and then
                one of these). A program that loads these files takes exactly one apostrophe away where a cell begins with one or more apostrophes followed by such a sign. Numbers are as they are.

                HOW MANY ROWS
                %s
                """.formatted(organisation, side == Side.SUPPORT ? "support" : "change", at, addresses, KnownAddresses.LEFT_OUT,
                counts.entrySet().stream().map(file -> String.format("%,10d  %s.csv", file.getValue(), file.getKey())).collect(Collectors.joining("\n")));
    }
}
