package org.alongside.access;

import java.util.UUID;

/**
 * Westermouth, the invented town of the demo and of the tests. Each module plants its own part once, on the first start with the demo,
 * in the order the modules stand in the house. Nobody in it is real; its numbers are the ones Ofcom keeps for drama.
 */
public interface DemoTown {
    /** Harbour House supports people harmed, and runs a behaviour-change team behind the wall. */
    OrganisationId HARBOUR_HOUSE = new OrganisationId(UUID.fromString("00000000-0000-4000-8000-000000000001"));
    /** Lantern Northquay supports people in the next town: the "other organisation" of every access test. */
    OrganisationId LANTERN = new OrganisationId(UUID.fromString("00000000-0000-4000-8000-000000000002"));

    /** The council of the town: buys services, and meets people who are hurt. It supports nobody itself. */
    OrganisationId COUNCIL = new OrganisationId(UUID.fromString("00000000-0000-4000-8000-000000000003"));
    /** Looks at services from outside. */
    OrganisationId QUALITY_BOARD = new OrganisationId(UUID.fromString("00000000-0000-4000-8000-000000000004"));

    WorkerId MINA_SUPPORT_WORKER = new WorkerId(UUID.fromString("00000000-0000-4000-8000-000000000011"));
    WorkerId TOM_DUTY_WORKER = new WorkerId(UUID.fromString("00000000-0000-4000-8000-000000000012"));
    WorkerId SAL_MANAGER = new WorkerId(UUID.fromString("00000000-0000-4000-8000-000000000013"));
    WorkerId PRIYA_LEAD = new WorkerId(UUID.fromString("00000000-0000-4000-8000-000000000014"));
    WorkerId JO_HELPLINE_WORKER = new WorkerId(UUID.fromString("00000000-0000-4000-8000-000000000015"));
    WorkerId ROBIN_FACILITATOR = new WorkerId(UUID.fromString("00000000-0000-4000-8000-000000000016"));
    WorkerId ALEX_ADMINISTRATOR = new WorkerId(UUID.fromString("00000000-0000-4000-8000-000000000017"));
    WorkerId KIT_DUTY_WORKER_CHANGE = new WorkerId(UUID.fromString("00000000-0000-4000-8000-000000000018"));
    WorkerId BEA_PARTNER_SUPPORT = new WorkerId(UUID.fromString("00000000-0000-4000-8000-000000000019"));
    WorkerId LEE_TRAINER = new WorkerId(UUID.fromString("00000000-0000-4000-8000-00000000001a"));
    WorkerId CAM_COMMISSIONER = new WorkerId(UUID.fromString("00000000-0000-4000-8000-00000000001b"));
    WorkerId ASH_SUPPORT_WORKER_ELSEWHERE = new WorkerId(UUID.fromString("00000000-0000-4000-8000-000000000021"));
    WorkerId NIA_LEAD_ELSEWHERE = new WorkerId(UUID.fromString("00000000-0000-4000-8000-000000000022"));
    WorkerId INES_AT_THE_COUNCIL = new WorkerId(UUID.fromString("00000000-0000-4000-8000-000000000031"));
    WorkerId NOOR_REVIEWER = new WorkerId(UUID.fromString("00000000-0000-4000-8000-000000000041"));
    WorkerId WREN_REVIEWER = new WorkerId(UUID.fromString("00000000-0000-4000-8000-000000000042"));
    WorkerId IDRIS_REVIEWER = new WorkerId(UUID.fromString("00000000-0000-4000-8000-000000000043"));

    /** The id of something in the demo town; each number once, over all rooms. @param number of three digits */
    static UUID id(int number) {
        return UUID.fromString("00000000-0000-4000-8000-000000000" + number);
    }

    /** Smaller numbers plant first: organisations 10, directory 20, people 30, referral 40, casework 50, risk 60, safetyplan 70. */
    int order();

    /** Plants this module's part. Called outside a transaction; acts as its own workers through {@link Acting}. */
    void plant();
}
