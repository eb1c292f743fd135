package org.alongside.incidents;

/**
 * When something counts as a repeat and as an escalation. A repeat is any abuse by the same person against the same client, told to anybody at all, within so many
 * months after the danger was judged high. Source: the definition of a repeat in use by MARACs since 2017; the number of reports to the police is agreed in each area.
 *
 * @param version 0 is what comes with Alongside
 * @param policeReports so many reports to the police within the months are an escalation
 */
public record RepeatRule(int version, int months, int policeReports, String why) {
    public static final RepeatRule SHIPPED = new RepeatRule(0, 12, 3, "What most areas use.");
}
