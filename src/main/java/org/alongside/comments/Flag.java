package org.alongside.comments;

import java.util.regex.Pattern;
import org.alongside.shared.Worded;
import org.jspecify.annotations.Nullable;

/** What in somebody's words a moderator sees marked before they decide. Rules find more than they must, and never everything: a person reads the words all the same. */
public enum Flag implements Worded {
    DANGER("Somebody may be in danger", """
            \\b(?:going to|gonna|wants? to|will|'ll|would|could|might|threatens? to|threatened to|tried to|try to) (?:kill|stab|shoot|strangle|choke|burn|murder|drown)\\b
            |\\b(?:kill|hurt|harm|hang) (?:my|him|her|them|your)sel(?:f|ves)\\b|\\bkill (?:me|us)\\b
            |\\b(?:end|take|took|taking|ending) (?:my|his|her|their) (?:own )?li(?:fe|ves)\\b|\\bsuicid\\w*|\\b(?:do not|don't|didn't) want to (?:live|be here|be alive|wake up|go on)\\b|\\b(?:want|wants|wanted) to die\\b|\\bbetter off dead\\b
            |\\b(?:he|she|they|who)(?: is| are|'s|'re) (?:here|outside|downstairs|upstairs|at the door|coming|in the next room)\\b[^.]{0,20}\\b(?:now|tonight)\\b
            |\\block(?:ed|s) (?:me|us) in\\b|\\b(?:has|have|had|got|holding|with) a (?:gun|knife|machete|weapon|hammer)\\b|\\b(?:scared|afraid|fear|fearing|frightened) for my (?:own )?life\\b
            |\\bnot safe (?:tonight|now|here|at home)\\b|\\bhelp me (?:now|please)\\b|\\bknows? where (?:i|we) (?:am|are|live|hide)\\b|\\bfound (?:out )?where (?:i|we) (?:am|are|live)\\b
            |\\b(?:strangl|chok)\\w* (?:me|her|him|them)\\b|\\bwill find (?:me|us|her|him|them)\\b
            |\\bfy lladd\\b|\\blladd fy hun\\b|\\bofn am fy mywyd\\b|\\byma (?:nawr|rwan|heno)\\b|\\bdim (?:eisiau|isio) byw\\b|\\bgyllell\\b|\\bgwn ganddo\\b"""),
    DETAIL("Belongs to one person and nobody else", null),
    LINK("A link, or an account somewhere else", """
            \\b(?:https?|ftp|hxxps?)\\s{0,3}:\\s{0,3}/{1,3}\\s{0,3}[^\\s<>"]{1,200}|\\bwww\\.[^\\s<>"]{1,200}|(?<!@)\\b[a-z0-9-]{2,63}(?:\\.| ?[\\[(]? ?dot ?[\\])]? ?)(?:com|net|org|info|uk|wales|cymru|io|ru|cn|xyz|top|shop|online|site|link|ly|biz|gg|cc|tk|app|dev|me|tv)\\b(?:/[^\\s<>"]{0,200})?
            |(?<![\\w.])@[a-z0-9_.]{3,30}|\\]\\([^)\\n]{1,200}\\)"""),
    PLACE("A place", null),
    NAME("May be a name", null),
    NUMBER("A number that may belong to one person", null),
    DATE("A day or a year", null),
    AGE("An age", null),
    WORK("Work by which somebody is known", null),
    FAMILY("A family that may be recognised", null),
    SEXUAL("Sexual violence", "\\b(?:rap(?:e|ed|es|ing|ist)|sexual(?:ly)?|molest\\w*|groom(?:ed|ing)|forced (?:me|her|him|them) to have|trais|treisio\\w*|rhywiol\\w*)\\b"),
    CHILDREN("Harm to children", "\\b(?:hit|hits|hitting|hurt|hurts|beat|beats|beating|abus\\w+|touch(?:ed|es|ing)|smack\\w*|shak(?:e|en|ing)) (?:my|our|the|his|her|their) (?:\\w+ )?(?:child|children|kids?|sons?|daughters?|baby|boys?|girls?)\\b|\\bchild abuse\\b|\\bpa?edophil\\w*|\\bcam-?drin plant\\b"),
    DEATH("A death", "\\b(?:murder(?:ed|er|s)?|died|dead|killed|killing|funeral|miscarr\\w*|stillb\\w*|lladdwyd|llofrudd\\w*|bu farw)\\b"),
    SELF_HARM("Self-harm", "\\b(?:cut|cutting|harm|harming|hurt|hurting) my ?self\\b|\\bself[- ]?harm\\w*|\\boverdos\\w*|\\bsuicid\\w*|\\bhunan-?niwed\\w*|\\bhunanladd\\w*"),
    INJURY("Injuries", "\\b(?:strangl\\w*|chok(?:ed|es|ing)|stab(?:bed|s|bing)?|burn(?:ed|t|s)|bruis\\w*|blood\\w*|broke(?:n)? (?:my|his|her|their) \\w+|black eye|unconscious|gwaed\\w*|cleis\\w*|tagu)\\b"),
    RULE("A word that your organisation marks", null);

    /** Flags that make words hard to read, which a moderator may choose not to. */
    public static final Flag[] HARD = {SEXUAL, CHILDREN, DEATH, SELF_HARM, INJURY};
    private final String words;
    private final @Nullable Pattern pattern;

    Flag(String words, @Nullable String pattern) {
        this.words = words;
        this.pattern = pattern == null ? null : Pattern.compile(pattern.replace("\n", ""));
    }

    @Override
    public String words() {
        return words;
    }

    /** Whether words with it are covered, shared out among moderators and shown only after two looked. */
    public boolean isHard() {
        return this == DANGER || ordinal() >= SEXUAL.ordinal() && ordinal() <= INJURY.ordinal();
    }

    /** Whether it could lead to somebody, so that it is offered to be taken out. */
    public boolean points() {
        return ordinal() >= DETAIL.ordinal() && ordinal() <= FAMILY.ordinal();
    }

    /** Whether it is taken out unless the moderator says otherwise. */
    public boolean goes() {
        return this == DETAIL || this == LINK;
    }

    @Nullable Pattern pattern() {
        return pattern;
    }
}
