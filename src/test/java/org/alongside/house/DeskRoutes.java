package org.alongside.house;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.World;
import org.alongside.access.Actor;

/**
 * What is decided for each way on to the desk, in the order in which a worker would walk it.
 * For: DOOR is open before sign-in; SELF is each worker's own; ROLE is a page of some roles; any other word names the record that the address holds.
 * Who: the worker whose work it is. A plus sign: the request, with these words, changes something for that worker.
 */
record DeskRoutes(String method, String path, String kind, boolean changes, String who, Map<String, List<String>> words) {
    private static final String DECIDED = """
            GET  /desk/sign-in                                        DOOR
            POST /desk/sign-in                                        DOOR        -     email=x password=y
            GET  /desk/sign-in/code                                   DOOR
            POST /desk/sign-in/code                                   DOOR        -     code=000000
            GET  /desk/link/{token}                                   DOOR
            POST /desk/link/{token}                                   DOOR        -     password=x
            GET  /desk/first-administrator/{token}                    DOOR
            POST /desk/first-administrator/{token}                    DOOR        -     name=x
            GET  /desk/account/second-factor                          DOOR
            GET  /desk/account/second-factor/picture                  DOOR
            POST /desk/account/second-factor                          DOOR        -     code=000000
            POST /desk/sign-out                                       DOOR
            GET  /desk/leave                                          DOOR
            POST /desk/leave                                          DOOR

            GET  /desk                                                SELF        MINA
            GET  /desk/account                                        SELF        MINA
            GET  /desk/account/name                                   SELF        MINA
            POST /desk/account/name                                   SELF        MINA  name=
            GET  /desk/account/password                               SELF        MINA
            POST /desk/account/password                               SELF        MINA  current=x chosen=y
            POST /desk/account/other-sessions                         SELF        JO
            GET  /desk/my-matches                                     SELF        MINA
            POST /desk/my-matches                                     SELF        MINA  phone=12
            GET  /desk/known                                          ROLE        MINA
            POST /desk/known                                          ROLE        MINA  given=x

            GET  /desk/cases                                          ROLE        MINA  list=team
            POST /desk/cases                                          ROLE        MINA  number=x
            GET  /desk/caseloads                                      ROLE        SAL
            POST /desk/caseloads                                      ROLE        SAL
            GET  /desk/reviews                                        ROLE        MINA
            GET  /desk/outcomes                                       ROLE        MINA
            GET  /desk/people                                         ROLE        MINA
            POST /desk/people                                         ROLE        MINA  given=Routes family=Testcase
            GET  /desk/day                                            ROLE        MINA
            GET  /desk/requests                                       ROLE        PRIYA
            GET  /desk/appointments                                   ROLE        MINA
            GET  /desk/concerns                                       ROLE        PRIYA
            GET  /desk/orders                                         ROLE        MINA
            GET  /desk/accommodation                                  ROLE        MINA
            GET  /desk/inbox                                          ROLE        TOM
            GET  /desk/inbox/decided                                  ROLE        TOM
            POST /desk/inbox/number                                   ROLE        TOM   number=000000000000
            POST /desk/inbox/clock                                    ROLE        SAL
            GET  /desk/calls                                          ROLE        JO
            GET  /desk/calls/new                                      ROLE        JO
            GET  /desk/messages                                       ROLE        TOM
            GET  /desk/matches                                        ROLE        PRIYA
            GET  /desk/audit                                          ROLE        PRIYA
            POST /desk/audit                                          ROLE        PRIYA record=x
            GET  /desk/known/of/{worker}                              worker      PRIYA
            POST /desk/known/{id}/end                                 known     + MINA
            GET  /desk/team                                           ROLE        ALEX
            GET  /desk/team/new                                       ROLE        ALEX
            POST /desk/team/new                                       ROLE     +  ALEX  name=Routes email=routes@harbour.example side=SUPPORT roles=VOLUNTEER

            GET  /desk/team/{id}                                      colleague   ALEX
            POST /desk/team/{id}                                      colleague + ALEX  side=SUPPORT roles=HELPLINE
            POST /desk/team/{id}/link                                 colleague + ALEX
            GET  /desk/team/{id}/leaving                              colleague   ALEX
            POST /desk/team/{id}/leaving                              colleague + ALEX
            GET  /desk/team/inboxes/{id}                              inbox       ALEX
            POST /desk/team/inboxes/{id}                              inbox       ALEX  staffed=yes days=MONDAY days=TUESDAY days=WEDNESDAY days=THURSDAY days=FRIDAY at=9:30 within=2

            POST /desk/messages/{id}/seen                             message   + TOM
            GET  /desk/matches/{id}                                   hit         PRIYA
            POST /desk/matches/{id}/decision                          hit       + PRIYA decision=DIFFERENT_PEOPLE note=x

            GET  /desk/people/{id}                                    person      MINA
            GET  /desk/people/{id}/names                              person      MINA
            POST /desk/people/{id}/names                              person    + MINA  once=ONCE given=Also family=Called
            POST /desk/people/{id}/names/{name}/removal               person    + MINA
            GET  /desk/people/{id}/about                              person      MINA
            POST /desk/people/{id}/about                              person    + MINA  givenName=Routes familyName=Testcase knownAs=Rou version=VERSION
            GET  /desk/people/{id}/contact                            person      MINA
            GET  /desk/people/{id}/risk-to-life                       person      MINA
            POST /desk/people/{id}/risk-to-life                       person    + MINA  what=POLICE reason=x
            POST /desk/people/{id}/call                               person    + MINA  asked=yes
            GET  /desk/people/{id}/call                               person      MINA
            POST /desk/people/{id}/call/result                        person    + MINA  result=NO_ANSWER
            POST /desk/people/{id}/contact                            person    + MINA  seen=SEEN phone=01632+960288 PHONE-safe=YES TEXT-safe=NO VOICEMAIL-safe=NO EMAIL-safe=NEVER LETTER-safe=NO checked=yes
            GET  /desk/people/{id}/requests/new                       person      PRIYA
            POST /desk/people/{id}/requests                           person    + PRIYA once=ONCE kind=POLICE askedBy=x scope=x received.day=2 received.month=11 received.year=2026
            GET  /desk/requests/{question}                            question    PRIYA
            POST /desk/requests/{question}/check                      question  + PRIYA checked=x
            POST /desk/requests/{question}/items                      question  + PRIYA once=ONCE what=x field=CONCERN source=OURS
            POST /desk/requests/{question}/items/{found}              question  + PRIYA decision=LEAVES
            POST /desk/requests/{question}/extension                  question  + PRIYA to.day=20 to.month=12 to.year=2026 extendedWhy=x
            POST /desk/requests/{question}/readiness                  question  + PRIYA
            POST /desk/requests/{question}/end                        question  + PRIYA status=WITHDRAWN endWhy=x
            POST /desk/requests/{question}/answer                     question    SAL   via=LETTER basis=AGREED told=YES
            GET  /desk/comments                                       ROLE        JO
            POST /desk/comments/next                                  ROLE        JO    lane=x
            GET  /desk/comments/list                                  ROLE        JO
            GET  /desk/comments/wishes                                ROLE        JO
            POST /desk/comments/wishes                                ROLE        JO    covers=x
            GET  /desk/comments/care                                  ROLE        JO
            POST /desk/comments/care                                  ROLE        SAL   hours=x
            POST /desk/comments/care/words                            ROLE     +  JO    once=ONCE word=ONCE effect=MARK
            POST /desk/comments/care/words/{rule}/removal             rule      + JO
            GET  /desk/comments/themes                                ROLE        JO
            GET  /desk/comments/themes/sheet                          ROLE        JO
            POST /desk/comments/themes                                ROLE     +  JO    once=ONCE name=ONCE
            POST /desk/comments/themes/{theme}/removal                theme     + SAL
            GET  /desk/comments/{comment}                             comment     JO
            POST /desk/comments/{comment}/hard                        comment   + JO
            POST /desk/comments/{comment}/by-a-person                 comment     JO
            POST /desk/comments/{comment}/publication                 comment   + JO    revision=0
            POST /desk/comments/{comment}/leaving                     comment     JO
            POST /desk/comments/{comment}/return                      comment   + SAL   revision=0 reason=POINTS answer=x
            POST /desk/comments/{comment}/hiding                      comment     JO    revision=0 reason=POINTS
            POST /desk/comments/{comment}/another-look                comment     JO
            POST /desk/comments/{comment}/alarm                       comment   + JO
            POST /desk/comments/reports/{complaint}/settlement        complaint + JO
            GET  /desk/comments/safeguarding                          ROLE        PRIYA
            GET  /desk/comments/safeguarding/{danger}                 danger      PRIYA
            POST /desk/comments/safeguarding/{danger}/answer          danger    + PRIYA answer=x
            POST /desk/comments/safeguarding/{danger}/closure         danger    + PRIYA note=x next=hidden
            GET  /desk/network                                        SELF        MINA
            POST /desk/network/search                                 ROLE        MINA  words=x
            POST /desk/network/membership                             SELF        MINA  does=x
            POST /desk/network/membership/ending                      ROLE        MINA
            GET  /desk/network/own                                    ROLE        MINA
            POST /desk/network/own                                    ROLE        MINA  does=x
            GET  /desk/network/people                                 ROLE        MINA
            POST /desk/network/people                                 ROLE        MINA  words=x
            GET  /desk/network/colleagues                             ROLE        SAL
            POST /desk/network/colleagues/{worker}/confirmation       joiner    + SAL
            POST /desk/network/colleagues/{worker}/refusal            joiner      SAL   reason=x
            POST /desk/network/colleagues/{worker}/ending             joiner      SAL
            GET  /desk/network/write                                  ROLE        MINA  kind=question
            POST /desk/network/write                                  ROLE     +  MINA  kind=question once=ONCE title=Routes words=x subject=MEN
            GET  /desk/network/posts/{post}                           post        MINA
            POST /desk/network/posts/{post}                           post        MINA  title=x
            POST /desk/network/posts/{post}/answers                   post      + LEE   once=ONCE words=x
            POST /desk/network/posts/{post}/objections                post      + LEE   once=ONCE objection=x
            GET  /desk/network/posts/{resource}/file                  resource    LEE
            GET  /desk/network/held                                   ROLE        WREN
            POST /desk/network/objections/{objection}/settlement      objection + WREN
            POST /desk/network/posts/{post}/return                    post        WREN  return=x
            POST /desk/network/posts/{post}/hiding                    post      + WREN  hide=x
            POST /desk/network/posts/{post}/publication               post      + WREN
            POST /desk/network/posts/{post}/withdrawal                post      + MINA
            GET  /desk/engagement                                     ROLE        SAL
            GET  /desk/engagement/posts                               ROLE        SAL
            POST /desk/engagement/posts                               ROLE     +  SAL   once=ONCE title=Routes topic=GENERAL category=NEWS author=x language=ENGLISH
            GET  /desk/engagement/campaigns                           ROLE        SAL
            POST /desk/engagement/campaigns                           ROLE     +  SAL   once=ONCE title=Routes topic=GENERAL runBy=x language=ENGLISH starts.day=1 starts.month=12 starts.year=2026
            GET  /desk/engagement/campaigns/{id}                      campaign    SAL
            POST /desk/engagement/campaigns/{id}                      campaign  + SAL   version=0 title=y topic=GENERAL runBy=x language=ENGLISH starts.day=1 starts.month=12 starts.year=2026
            POST /desk/engagement/campaigns/{id}/told                 campaign  + SAL   version=1 heard=x did=x
            GET  /desk/engagement/posts/{id}                          talk        SAL
            GET  /desk/engagement/posts/{id}/preview                  talk        SAL
            GET  /desk/engagement/posts/{id}/picture                  talk        SAL
            POST /desk/engagement/posts/{id}                          talk      + SAL   version=0 title=y topic=GENERAL category=NEWS author=x language=ENGLISH lead=x words=x comments=yes
            POST /desk/engagement/posts/{id}/picture                  talk      + SAL   alt=y
            POST /desk/engagement/posts/{id}/picture/removal          talk      + SAL
            POST /desk/engagement/posts/{id}/resources                talk      + SAL   once=ONCE name=x address=https://x.example/
            POST /desk/engagement/posts/{id}/resources/{link}/removal talk      + SAL
            POST /desk/engagement/posts/{id}/poll                     talk      + SAL   poll=what-would-help
            POST /desk/engagement/posts/{id}/schedule                 talk      + SAL   on.day=1 on.month=12 on.year=2026 time=9:00
            POST /desk/engagement/posts/{id}/draft                    talk      + SAL
            POST /desk/engagement/posts/{id}/publication              talk      + SAL
            POST /desk/engagement/posts/{id}/told                     talk      + SAL   version=1 heard=x did=x
            POST /desk/engagement/posts/{id}/withdrawal               talk      + SAL
            GET  /desk/involvement                                    ROLE        MINA
            POST /desk/involvement                                    ROLE        SAL   name=x
            GET  /desk/involvement/groups/{steering}                  steering    MINA
            POST /desk/involvement/groups/{steering}                  steering  + SAL   name=Routes+again purpose=x decides=x pays=x
            POST /desk/involvement/groups/{steering}/runners          steering  + SAL   runner=TOM
            GET  /desk/involvement/groups/{steering}/members          within      MINA
            POST /desk/involvement/groups/{steering}/members          within    + MINA  once=ONCE called=x way=CALL on.day=20 on.month=11 on.year=2026
            GET  /desk/involvement/members/{member}                   within      MINA
            GET  /desk/involvement/members/{member}/paper             within      MINA
            POST /desk/involvement/members/{member}                   within    + MINA  called=y contact=x
            POST /desk/involvement/members/{member}/answer            within    + MINA  answer=yes on.day=20 on.month=11 on.year=2026
            POST /desk/involvement/members/{member}/consents          within    + MINA  once=ONCE purpose=QUOTED answer=GIVEN on.day=20 on.month=11 on.year=2026
            POST /desk/involvement/members/{member}/leaving           within    + MINA  on.day=20 on.month=11 on.year=2026
            POST /desk/involvement/members/{member}/return            within    + MINA
            GET  /desk/involvement/groups/{steering}/meetings         within      MINA
            POST /desk/involvement/groups/{steering}/meetings         within    + MINA  once=ONCE agenda=x on.day=20 on.month=11 on.year=2026
            GET  /desk/involvement/meetings/{met}                     within      MINA
            POST /desk/involvement/meetings/{met}                     within    + MINA  revision=0 agenda=y on.day=20 on.month=11 on.year=2026
            GET  /desk/involvement/groups/{steering}/expenses         within      MINA
            POST /desk/involvement/groups/{steering}/expenses         within    + MINA  once=ONCE member=MEMBER kind=TRAVEL amount=5 receipt=no on.day=20 on.month=11 on.year=2026
            POST /desk/involvement/claims/{claim}/approval            within    + TOM
            POST /desk/involvement/claims/{claim}/refusal             within      TOM
            POST /desk/involvement/claims/{claim}/payment             within    + MINA  on.day=20 on.month=11 on.year=2026
            POST /desk/involvement/claims/{claim}/payment/taking-back within    + MINA
            GET  /desk/involvement/groups/{steering}/changes          steering    MINA
            POST /desk/involvement/groups/{steering}/changes          within    + MINA  once=ONCE proposal=x asked.day=1 asked.month=11 asked.year=2026
            GET  /desk/involvement/changes/{change}                   steering    MINA
            POST /desk/involvement/changes/{change}                   within    + MINA  revision=0 proposal=x decision=WILL_NOT why=x heard=x did=x asked.day=1 asked.month=11 asked.year=2026 decided.day=2 decided.month=11 decided.year=2026
            POST /desk/involvement/changes/{change}/publication       within    + MINA
            POST /desk/involvement/changes/{change}/publication/taking-back within + MINA
            POST /desk/involvement/groups/{steering}/runners/{worker}/ending steering + SAL
            GET  /desk/agencies                                       ROLE        LEE
            POST /desk/agencies                                       ROLE        LEE   once=ONCE name=Routes+Homes sector=HOUSING
            GET  /desk/agencies/{id}                                  agency      LEE
            POST /desk/agencies/{id}                                  agency    + LEE   name=Routes+Homes+North sector=HEALTH
            POST /desk/agencies/{id}/teams                            agency    + LEE   once=ONCE team=x staff=3
            POST /desk/agencies/{id}/teams/{team}                     agency    + LEE   team=y staff=4
            POST /desk/agencies/{id}/teams/{team}/removal             agency    + LEE
            POST /desk/agencies/{id}/removal                          agency    + LEE
            GET  /desk/training                                       ROLE        LEE
            POST /desk/training                                       ROLE        LEE   once=ONCE title=Routes+course
            GET  /desk/trained                                        ROLE        CAM
            GET  /desk/training/courses/{id}                          course      LEE
            POST /desk/training/courses/{id}                          course    + LEE   title=Routes+other+course
            POST /desk/training/courses/{id}/cohorts                  course    + LEE   once=ONCE way=ONLINE capacity=5 offerHours=24 on.day=21 on.month=12 on.year=2026 from=9 until=11
            GET  /desk/training/cohorts/{id}                          cohort      LEE
            GET  /desk/training/cohorts/{id}/register                 cohort      LEE
            POST /desk/training/cohorts/{id}                          cohort    + LEE   way=ROOM place=x capacity=6 offerHours=24
            POST /desk/training/cohorts/{id}/publication              cohort    + LEE
            POST /desk/training/cohorts/{id}/sessions                 cohort    + LEE   once=ONCE on.day=22 on.month=12 on.year=2026 from=9 until=11
            POST /desk/training/cohorts/{id}/sessions/{time}/time  cohort    + LEE   on.day=23 on.month=12 on.year=2026 from=9 until=11
            GET  /desk/training/cohorts/{id}/sessions/{time}       cohort      LEE
            POST /desk/training/cohorts/{id}/sessions/{time}       cohort      LEE   there=x
            POST /desk/training/cohorts/{id}/sessions/{time}/file  cohort      LEE
            POST /desk/training/cohorts/{id}/registrations/{registration}/removal cohort + LEE
            POST /desk/training/cohorts/{id}/sessions/{time}/removal cohort + LEE
            POST /desk/training/cohorts/{id}/calling-off              cohort    + LEE
            POST /desk/training/courses/{id}/removal                  course    + LEE
            GET  /desk/standards                                      ROLE        ALEX
            POST /desk/standards                                      ROLE        ALEX
            GET  /desk/standards/{id}                                 standard    ALEX
            GET  /desk/standards/{id}/file                            standard    ALEX
            POST /desk/standards/{id}/publication                     standard  + ALEX  may=yes licence=x
            POST /desk/standards/{id}/retirement                      standard  + ALEX
            GET  /desk/standards/words                                ROLE        MINA
            GET  /desk/standards/words/new                            ROLE        MINA  standard=supporting-men
            POST /desk/standards/words                                ROLE        MINA  standard=supporting-men words=x
            GET  /desk/standards/words/{id}                           voice       MINA
            POST /desk/standards/words/{id}/look                      voice     + SAL   then=back why=x
            POST /desk/standards/words/{id}/removal                   voice     + MINA
            GET  /desk/evaluations                                    ROLE        LEE
            GET  /desk/evaluations/new                                ROLE        LEE
            POST /desk/evaluations                                    ROLE        LEE   once=ONCE title=Routes about=x
            GET  /desk/evaluations/{id}                               evaluation  LEE
            GET  /desk/evaluations/{id}/plan                          evaluation  LEE
            POST /desk/evaluations/{id}/plan                          evaluation + LEE  title=Routes about=y confidence=confidence cut=fairly identity=TICKET last.day=20 last.month=11 last.year=2026
            GET  /desk/evaluations/{id}/comments                      evaluation  LEE
            GET  /desk/evaluations/{id}/cards                         evaluation  LEE
            GET  /desk/evaluations/reports                            ROLE        CAM
            GET  /desk/evaluations/{id}/report                        report      LEE
            GET  /desk/evaluations/{id}/report/outside                report      CAM
            GET  /desk/evaluations/{id}/report.pdf                    report      CAM
            GET  /desk/evaluations/{id}/report/data                   report      CAM
            GET  /desk/evaluations/{id}/room/{wave}                   evaluation  LEE
            GET  /desk/evaluations/{id}/room/{wave}/picture           evaluation  LEE
            GET  /desk/evaluations/{id}/blank/{wave}                  evaluation  LEE
            GET  /desk/evaluations/{id}/paper/{wave}                  evaluation  LEE
            POST /desk/evaluations/{id}/paper/{wave}                  evaluation + LEE  once=ONCE on.day=20 on.month=11 on.year=2026 a.confidence.identify=3
            POST /desk/evaluations/{id}/paper/{wave}/undoing          evaluation + LEE  last=LAST
            GET  /desk/evaluations/{id}/file                          evaluation  LEE
            GET  /desk/evaluations/{id}/file/empty                    evaluation  LEE
            POST /desk/evaluations/{id}/file                          evaluation  LEE
            POST /desk/evaluations/{id}/times/{wave}                  evaluation + LEE  taking=no
            GET  /desk/evaluations/{id}/closure                       evaluation  LEE
            POST /desk/evaluations/{id}/closure                       evaluation + LEE

            GET  /desk/self-assessments                               ROLE        SAL
            POST /desk/self-assessments                               ROLE        SAL   once=ONCE
            GET  /desk/self-assessments/side-by-side                  ROLE        CAM
            GET  /desk/self-assessments/{id}                          selfassessment   SAL
            GET  /desk/self-assessments/{id}/print                    selfassessment   SAL
            GET  /desk/self-assessments/{id}/statements/{statement}   selfassessment   MINA
            POST /desk/self-assessments/{id}/statements/{statement}   selfassessment + MINA answer=PARTLY why=x revision=0 then=all
            POST /desk/self-assessments/{id}/statements/{statement}/autosave selfassessment + MINA answer=PARTLY why=y revision=1
            POST /desk/self-assessments/{id}/statements/{statement}/evidence selfassessment + MINA once=ONCE kind=LISTENED heard=3 asked=9 title=x words=x collected.day=1 collected.month=11 collected.year=2026 owner=MINA nobody=yes
            POST /desk/self-assessments/{id}/statements/{statement}/evidence/choice selfassessment MINA evidence=EVIDENCE
            GET  /desk/self-assessments/{id}/evidence/{evidence}      selfassessment   MINA
            GET  /desk/self-assessments/{id}/evidence/{evidence}/file selfassessment   MINA
            POST /desk/self-assessments/{id}/statements/{statement}/evidence/heard/{heard} selfassessment + MINA
            POST /desk/self-assessments/{id}/carrying                 selfassessment   MINA
            POST /desk/self-assessments/{id}/readers                  selfassessment + SAL  reader=COUNCIL
            POST /desk/self-assessments/{id}/readers/{reader}/end     selfassessment + SAL
            POST /desk/self-assessments/{id}/taking-back              handedin  + SAL
            POST /desk/self-assessments/{id}/submission               handedin  + SAL
            GET  /desk/self-assessments/{id}/review                   handedin    MINA
            POST /desk/self-assessments/{id}/review                   handedin  + SAL   once=ONCE whom=BOARD
            POST /desk/self-assessments/{id}/review/withdrawal        handedin  + SAL   why=x
            POST /desk/self-assessments/{id}/review                   handedin  + SAL   once=ONCE whom=BOARD
            GET  /desk/peer-reviews                                   ROLE        NOOR
            POST /desk/peer-reviews/offer                             ROLE        NOOR  offered=yes
            GET  /desk/peer-reviews/{id}                              looked      NOOR
            POST /desk/peer-reviews/{id}/taking                       looked    + NOOR  conflicted=no conflict=x
            GET  /desk/peer-reviews/{id}/statements/{statement}       looked      NOOR
            POST /desk/peer-reviews/{id}/statements/{statement}       looked    + NOOR  verdict=MET observation=x method=TEST on.day=1 on.month=11 on.year=2026 revision=0 then=all
            POST /desk/peer-reviews/{id}/statements/{statement}/autosave looked + NOOR  verdict=MET observation=y method=TEST on.day=1 on.month=11 on.year=2026 revision=1
            GET  /desk/peer-reviews/{id}/evidence/{evidence}/file     looked      NOOR
            POST /desk/peer-reviews/{id}/showing                      looked      NOOR  summary=x
            POST /desk/peer-reviews/{id}/declining                    looked    + NOOR  why=x
            POST /desk/self-assessments/{id}/review/replies/{statement} shownto + SAL   reply=x
            POST /desk/self-assessments/{id}/review/reply             shownto   + SAL   all=x
            GET  /desk/plans                                          ROLE        MINA
            POST /desk/plans                                          ROLE        MINA  once=ONCE title=x
            GET  /desk/plans/{id}                                     plan        MINA
            POST /desk/plans/{id}                                     plan      + MINA  title=y
            POST /desk/plans/{id}/actions                             plan      + MINA  once=ONCE what=x owner=MINA due.day=1 due.month=2 due.year=2027
            POST /desk/plans/{id}/actions/{todo}                      plan      + MINA  revision=0 what=y owner=MINA due.day=1 due.month=3 due.year=2027
            POST /desk/plans/{id}/actions/{todo}/closure              plan      + MINA  how=done closing=x
            POST /desk/plans/{id}/actions/{todo}/reopening            plan      + MINA
            POST /desk/plans/{id}/removal                             plan      + SAL
            GET  /desk/commissioning                                  ROLE        CAM
            GET  /desk/commissioning/new                              ROLE        CAM
            POST /desk/commissioning                                  ROLE        CAM   once=ONCE
            GET  /desk/commissioning/{id}                             asked       CAM
            POST /desk/commissioning/{id}/withdrawal                  asked     + CAM
            GET  /desk/commissioning/asked-of-us                      ROLE        SAL
            GET  /desk/commissioning/asked-of-us/{id}                 askedofus   SAL
            POST /desk/commissioning/asked-of-us/{id}                 askedofus + SAL   men[ASKED]=9 said=x then=send
            POST /desk/commissioning/asked-of-us/{id}/refusal         refusable + SAL   why=x
            GET  /desk/awards                                         ROLE        SAL
            GET  /desk/awards/decisions/{id}                          replied     WREN
            POST /desk/awards/decisions/{id}                          replied   + WREN  once=ONCE outcome=no reason=x
            GET  /desk/awards/answers/{id}                            decision    SAL
            POST /desk/awards/answers/{id}/appeal                     decision  + SAL   once=ONCE words=x
            GET  /desk/awards/appeals/{id}                            appeal      IDRIS
            POST /desk/awards/appeals/{id}                            appeal    + IDRIS upheld=no reason=x
            GET  /desk/awards/of/{id}                                 handedin    MINA
            POST /desk/awards/of/{id}                                 handedin  + SAL   once=ONCE
            GET  /desk/awards/{id}                                    award       SAL
            POST /desk/awards/{id}/check                              award     + WREN  seen=x
            POST /desk/awards/{id}/suspension                         award     + WREN  suspended=x
            POST /desk/awards/{id}/lifting                            award     + WREN  lifted=x
            POST /desk/awards/{id}/withdrawal                         award     + WREN  withdrawn=x
            POST /desk/awards/{id}/giving-up                          award       SAL
            POST /desk/self-assessments/{id}/evidence/{evidence}/removal selfassessment + MINA why=x
            POST /desk/self-assessments/{id}/statements/{statement}/evidence/{evidence}/removal selfassessment + MINA
            POST /desk/self-assessments/{id}/removal                  selfassessment + SAL
            GET  /desk/enquiry                                        ROLE        LEE
            POST /desk/enquiry                                        ROLE        LEE
            POST /desk/enquiry/{id}/link                              tally     + LEE
            POST /desk/enquiry/{id}/closure                           tally     + LEE
            GET  /desk/rota                                           ROLE        MINA
            POST /desk/rota                                           ROLE        SAL   once=ONCE worker=MINA on.day=21 on.month=11 on.year=2026 from=9 until=17 weeks=1
            POST /desk/rota/{shift}/worker                            shift     + SAL   to=TOM
            POST /desk/rota/{shift}/removal                           shift     + SAL
            GET  /desk/instruments                                    ROLE        MINA
            POST /desk/instruments                                    ROLE        SAL
            GET  /desk/instruments/{set}                              set         SAL
            GET  /desk/instruments/{set}/blank                        set         MINA
            GET  /desk/instruments/{set}/file                         set         SAL
            POST /desk/instruments/{set}/publication                  set       + SAL
            POST /desk/instruments/{set}/retirement                   set       + SAL
            GET  /desk/keeping                                        ROLE        PRIYA
            POST /desk/keeping/rules                                  ROLE        PRIYA kind=CALL months=many why=x
            GET  /desk/people/{id}/keeping                            person      PRIYA
            POST /desk/people/{id}/keeping/erasure                    person    + PRIYA once=ONCE why=THEY_ASKED erasureWords=x
            POST /desk/people/{id}/keeping/holds                      person    + PRIYA once=ONCE reason=COURT words=x
            POST /desk/keeping/holds/{hold}/second                    hold      + SAL
            POST /desk/keeping/holds/{hold}/lifting                   hold      + SAL
            POST /desk/keeping/holds/{hold}/staying                   hold      + PRIYA
            POST /desk/keeping/erasures/{erasure}/agreement           erasure     SAL
            POST /desk/keeping/erasures/{erasure}/refusal             erasure   + PRIYA
            GET  /desk/people/{id}/shared                             person      MINA
            GET  /desk/people/{id}/relations                          person      MINA
            GET  /desk/people/{id}/relations/new                      person      MINA
            POST /desk/people/{id}/relations/new                      person    + MINA  kind=CHILD givenName=Routes familyName=Child same=NEW
            GET  /desk/people/{id}/relations/{relation}               person      MINA
            POST /desk/people/{id}/relations/{relation}               person    + MINA  version=1 kind=CHILD role=HARMED certainty=LIKELY why=x lives=YES
            POST /desk/people/{id}/relations/{relation}/end           person    + MINA
            POST /desk/people/{id}/relations/{relation}/back          person    + MINA
            GET  /desk/people/{id}/addresses/new                      person      MINA
            POST /desk/people/{id}/addresses/new                      person    + MINA  kind=HOME lines=1+Invented+Street postcode=WM1+2AB
            GET  /desk/people/{id}/addresses                          person      MINA
            POST /desk/people/{id}/addresses/{address}/opening        person      MINA  reason=IMMEDIATE_DANGER
            POST /desk/people/{id}/addresses/{address}/unsafe         person    + MINA

            GET  /desk/cases/{id}                                     case        MINA
            GET  /desk/cases/{id}/timeline                            case        MINA
            POST /desk/cases/{id}/children/{child}/case               case      + MINA
            GET  /desk/cases/{id}/allocation                          case        SAL
            POST /desk/cases/{id}/allocation                          case      + SAL   once=ONCE to=MINA wish=NONE
            GET  /desk/cases/{id}/notes/new                           case        MINA
            POST /desk/cases/{id}/notes                               case      + MINA  once=ONCE on.day=20 on.month=11 on.year=2026 time=09:00 words=x
            GET  /desk/cases/{id}/contacts                            case        MINA
            GET  /desk/cases/{id}/contacts/new                        case        MINA
            POST /desk/cases/{id}/contacts                            case      + MINA  once=ONCE channel=CALL by=CLIENT purposes=EMOTIONAL_SUPPORT outcome=SPOKE answered=CLIENT on.day=20 on.month=11 on.year=2026 time=09:00 words=x
            GET  /desk/cases/{id}/risk-to-life                        case        SAL
            POST /desk/cases/{id}/risk-to-life                        case      + SAL   channel=TEXT reason=x
            GET  /desk/cases/{id}/crises/new                          case        MINA
            POST /desk/cases/{id}/crises                              case      + MINA  once=ONCE what=THREAT called=POLICE_999 whereabouts=UNKNOWN
            GET  /desk/cases/{id}/crises/{crisis}                     case        MINA
            POST /desk/cases/{id}/crises/{crisis}/details             case      + MINA  once=ONCE words=x
            GET  /desk/cases/{id}/needs                               case        MINA
            GET  /desk/cases/{id}/needs/new                           case        MINA
            POST /desk/cases/{id}/needs                               case      + MINA  once=ONCE domain=HOME level=LOW status=OPEN words=x
            GET  /desk/cases/{id}/needs/{need}                        case        MINA
            POST /desk/cases/{id}/needs/{need}                        case      + MINA  once=ONCE version=0 domain=HOME level=HIGH status=WORKING words=y
            GET  /desk/cases/{id}/goals/new                           case        MINA
            POST /desk/cases/{id}/goals                               case      + MINA  once=ONCE words=x
            GET  /desk/cases/{id}/goals/{goal}                        case        MINA
            POST /desk/cases/{id}/goals/{goal}                        case      + MINA  once=ONCE version=0 words=y status=REACHED
            GET  /desk/cases/{id}/offers/new                          case        MINA
            POST /desk/cases/{id}/offers                              case      + MINA  once=ONCE words=x answer=THINKING
            GET  /desk/cases/{id}/offers/{offer}                      case        MINA
            POST /desk/cases/{id}/offers/{offer}/answer               case      + MINA  once=ONCE version=0 answer=CHOSEN
            GET  /desk/cases/{id}/actions                             case        MINA
            GET  /desk/cases/{id}/actions/new                         case        MINA
            POST /desk/cases/{id}/actions                             case      + MINA  once=ONCE agency=POLICE words=x owner=MINA due.day=1 due.month=12 due.year=2026
            GET  /desk/cases/{id}/actions/{action}                    case        MINA
            POST /desk/cases/{id}/actions/{action}                    case      + MINA  once=ONCE version=0 agency=HOUSING words=y owner=MINA due.day=2 due.month=12 due.year=2026
            POST /desk/cases/{id}/actions/{action}/completion         case      + MINA  once=ONCE version=1 outcome=x
            GET  /desk/cases/{id}/appointments                        case        MINA
            GET  /desk/cases/{id}/appointments/new                    case        MINA
            POST /desk/cases/{id}/appointments                        case      + MINA  once=ONCE on.day=1 on.month=12 on.year=2026 time=10:00 minutes=60 venue=OUR_OFFICE interpreter=NOT_NEEDED worker=MINA alone=yes
            GET  /desk/cases/{id}/appointments/{appointment}          case        MINA
            POST /desk/cases/{id}/appointments/{appointment}          case      + MINA  once=ONCE version=0 on.day=2 on.month=12 on.year=2026 time=10:00 minutes=60 venue=COURT interpreter=NOT_NEEDED worker=MINA alone=yes
            POST /desk/cases/{id}/appointments/{appointment}/safe     case      + MINA
            POST /desk/cases/{id}/appointments/{appointment}/status   case      + MINA  status=MET
            GET  /desk/cases/{id}/texts                               case        MINA
            POST /desk/cases/{id}/texts                               case        MINA  once=ONCE words=x
            GET  /desk/cases/{id}/oversight                           case        MINA
            POST /desk/cases/{id}/oversight                           case      + MINA  once=ONCE about=PLAN words=x
            POST /desk/cases/{id}/decisions                           case      + SAL   once=ONCE decided=x
            GET  /desk/approvals                                      ROLE        SAL
            POST /desk/approvals/{approval}                           approval  + SAL   answer=AGREED
            GET  /desk/supervision                                    ROLE        SAL
            POST /desk/supervision                                    ROLE        SAL   once=ONCE worker=MINA on.day=20 on.month=11 on.year=2026
            GET  /desk/supervision/{meeting}                          meeting     SAL
            POST /desk/supervision/{meeting}/autosave                 meeting   + SAL   revision=0 notes=x
            POST /desk/supervision/{meeting}/decisions                meeting   + SAL   once=ONCE caseId=CASE decided=x
            POST /desk/supervision/{meeting}                          meeting   + SAL   revision=1 then=share notes=x
            POST /desk/supervision/{meeting}/reading                  meeting   + MINA  answer=x
            GET  /desk/emergency                                      ROLE        JO
            POST /desk/emergency                                      ROLE        JO    who=Nobody+Ofthisname
            GET  /desk/emergency/{opening}                            opening     JO
            POST /desk/emergency/{opening}/end                        opening   + JO
            GET  /desk/openings                                       ROLE        PRIYA
            POST /desk/openings/{opening}                             opening   + PRIYA version=0 finding=JUSTIFIED words=x
            GET  /desk/corrections                                    ROLE        PRIYA
            GET  /desk/people/{id}/correction                         movable     PRIYA
            POST /desk/people/{id}/correction                         movable   + PRIYA once=ONCE certainty=LIKELY why=x seen=yes
            GET  /desk/corrections/{move}                             move        PRIYA
            POST /desk/corrections/{move}/undoing                     move      + PRIYA why=x
            POST /desk/corrections/{move}/acceptance                  arrival   + KIT
            POST /desk/corrections/{move}/refusal                     arrival     KIT   because=LOOK_AGAIN words=x
            GET  /desk/cases/{id}/documents                           case        MINA
            POST /desk/cases/{id}/documents                           case        MINA
            GET  /desk/cases/{id}/documents/{document}                case        MINA
            GET  /desk/cases/{id}/documents/{document}/original       case        MINA
            POST /desk/cases/{id}/documents/{document}/copies         case      + MINA  once=ONCE toName=x basis=AGREED told=YES
            GET  /desk/cases/{id}/documents/{document}/copies/{copy}  case        MINA
            POST /desk/cases/{id}/documents/{document}/removal        case      + MINA  why=x
            GET  /desk/cases/{id}/letters                             case        MINA
            POST /desk/cases/{id}/letters                             case      + MINA  once=ONCE template=housing toName=x agreed=NAME basis=AGREED told=YES
            GET  /desk/cases/{id}/letters/{letter}                    case        MINA
            POST /desk/cases/{id}/letters/{letter}/autosave           case      + MINA  revision=0 body=x
            POST /desk/cases/{id}/letters/{letter}                    case      + MINA  revision=1 then=done body=x
            GET  /desk/cases/{id}/letters/{letter}/paper              case        MINA
            GET  /desk/repeat-rule                                    ROLE        SAL
            POST /desk/repeat-rule                                    ROLE        SAL   version=0 months=many reports=3 why=x
            GET  /desk/cases/{id}/incidents                           case        MINA
            POST /desk/cases/{id}/incidents                           case      + MINA  once=ONCE happened.day=18 happened.month=11 happened.year=2026 kinds=THREATS by=none
            POST /desk/cases/{id}/incidents/{incident}                case      + MINA  by=none told=POLICE
            POST /desk/cases/{id}/incidents/{incident}/withdrawal     case      + MINA  why=x
            GET  /desk/cases/{id}/outcomes                            case        MINA
            POST /desk/cases/{id}/outcomes                            case      + MINA  set=how-things-are stage=INTAKE on.day=19 on.month=11 on.year=2026
            POST /desk/cases/{id}/outcomes/{snapshot}/autosave        case      + MINA  revision=0 a.home=good
            POST /desk/cases/{id}/outcomes/{snapshot}                 case      + MINA  revision=1 then=done a.home=good
            GET  /desk/cases/{id}/outcomes/{snapshot}                 case        MINA
            POST /desk/cases/{id}/outcomes/{snapshot}/correction      case      + MINA
            GET  /desk/onward                                         ROLE        ALEX
            GET  /desk/directory                                      ROLE        ALEX
            POST /desk/directory/found                                ROLE        ALEX  words=x
            GET  /desk/directory/new                                  ROLE        ALEX
            POST /desk/directory                                      ROLE        ALEX  id=ONCE name=x
            GET  /desk/directory/organisations/new                    ROLE        ALEX
            POST /desk/directory/organisations                        ROLE        ALEX  version=-1 website=x
            GET  /desk/directory/organisations/{id}                   offerer     ALEX
            POST /desk/directory/organisations/{id}                   offerer     ALEX  version=-1 name=x
            GET  /desk/directory/imports                              ROLE        ALEX
            GET  /desk/directory/imports/template                     ROLE        ALEX
            POST /desk/directory/imports                              ROLE        ALEX  source=x
            GET  /desk/directory/imports/{id}                         import      ALEX
            POST /desk/directory/imports/{id}/publication             import      ALEX
            POST /desk/directory/imports/{id}/undoing                 import      ALEX  record=none
            POST /desk/directory/imports/{id}/continuation            import      ALEX
            GET  /desk/directory/{id}                                 entry       ALEX
            GET  /desk/directory/{id}/words                           entry       ALEX
            POST /desk/directory/{id}/words                           entry       ALEX  name=x
            POST /desk/directory/{id}/draft/removal                   entry     + ALEX
            POST /desk/directory/{id}/publication                     entry       ALEX  version=1
            POST /desk/directory/{id}/confirmation                    entry       ALEX  version=-1
            POST /desk/directory/{id}/withdrawal                      entry       ALEX  version=-1
            POST /desk/directory/{id}/return                          entry       ALEX  version=-1
            POST /desk/directory/{id}/editions/{number}               entry       ALEX  version=-1
            POST /desk/directory/{id}/assurer                         entry     + ALEX  email=x@y.example
            POST /desk/directory/{id}/suggestions/{suggestion}        entry     + ALEX  used=no
            GET  /desk/cases/{id}/onward                              case        MINA
            POST /desk/cases/{id}/onward                              case      + MINA  once=ONCE name=x way=TOLD on.day=2 on.month=11 on.year=2026
            POST /desk/cases/{id}/onward/{sent}                       case      + MINA  account=BELIEVED
            GET  /desk/cases/{id}/concerns                            case        MINA
            GET  /desk/cases/{id}/concerns/new                        case        MINA
            POST /desk/cases/{id}/concerns                            case      + MINA  once=ONCE about=CHILD urgent=NO words=x
            GET  /desk/cases/{id}/concerns/{concern}                  case        MINA
            POST /desk/cases/{id}/concerns/{concern}/decision         case      + PRIYA decision=REFER why=x
            POST /desk/cases/{id}/concerns/{concern}/referral         case      + MINA  to=x told=YES on.day=20 on.month=11 on.year=2026
            POST /desk/cases/{id}/concerns/{concern}/outcome          case      + MINA  outcome=x
            GET  /desk/cases/{id}/orders                              case        MINA
            GET  /desk/cases/{id}/orders/new                          case        MINA
            POST /desk/cases/{id}/orders                              case      + MINA  once=ONCE kind=BAIL status=MADE made.day=1 made.month=11 made.year=2026
            GET  /desk/cases/{id}/orders/{order}                      case        MINA
            POST /desk/cases/{id}/orders/{order}                      case      + MINA  once=ONCE version=0 kind=BAIL status=ENDED
            GET  /desk/cases/{id}/orders/{order}/breaches/new         case        MINA
            POST /desk/cases/{id}/orders/{order}/breaches             case      + MINA  once=ONCE told=YES words=x happened.day=2 happened.month=11 happened.year=2026
            GET  /desk/cases/{id}/accommodation                       case        MINA
            GET  /desk/cases/{id}/accommodation/new                   case        MINA
            POST /desk/cases/{id}/accommodation                       case      + MINA  once=ONCE kinds=REFUGE adults=1 counted=MAN funds=WORK from.day=1 from.month=12 from.year=2026
            GET  /desk/cases/{id}/accommodation/{request}             case        MINA
            POST /desk/cases/{id}/accommodation/{request}             case      + MINA  once=ONCE version=0 kinds=DISPERSED adults=2 counted=MAN funds=WORK from.day=1 from.month=12 from.year=2026
            POST /desk/cases/{id}/accommodation/{request}/places      case      + MINA  once=ONCE name=Somewhere
            GET  /desk/cases/{id}/accommodation/places/{place}/refusal case       MINA
            POST /desk/cases/{id}/accommodation/places/{place}/refusal case     + MINA  reason=NO_SPACE
            POST /desk/cases/{id}/accommodation/places/{place}/answer case      + MINA  answer=WAITING
            POST /desk/cases/{id}/accommodation/{request}/status      case      + MINA  status=NO_LONGER
            GET  /desk/cases/{id}/assessment                          case        MINA
            POST /desk/cases/{id}/assessment                          case      + MINA
            GET  /desk/cases/{id}/assessment/draft                    case        MINA
            POST /desk/cases/{id}/assessment/draft/autosave           case      + MINA  revision=0 a.safe-to-talk=yes
            POST /desk/cases/{id}/assessment/draft                    case      + MINA  then=ask:severity-grid revision=1 a.safe-to-talk=yes
            POST /desk/cases/{id}/assessment/level                    case      + MINA  once=ONCE to=RAISED raiseWhy=x
            GET  /desk/cases/{id}/assessment/draft/packs/{pack}       case        MINA
            POST /desk/cases/{id}/assessment/draft/packs/{pack}/autosave case   + MINA  revision=0 a.body=some
            POST /desk/cases/{id}/assessment/draft/packs/{pack}       case      + MINA  revision=1 a.body=heavy
            POST /desk/cases/{id}/assessment/draft                    case      + MINA  then=done revision=2 a.safe-to-talk=yes a.who=partner a.harm-where=away level=HIGH reason=x review.day=21 review.month=11 review.year=2026
            GET  /desk/cases/{id}/assessment/{assessment}             case        MINA
            POST /desk/cases/{id}/assessment/{assessment}/second-look case        TOM   agrees=yes words=x
            POST /desk/cases/{id}/assessment/changes                  case      + MINA  once=ONCE trigger=COURT what=x happened.day=20 happened.month=11 happened.year=2026
            POST /desk/cases/{id}/assessment/{assessment}/correction  case      + MINA
            GET  /desk/cases/{id}/plan                                case        MINA
            GET  /desk/cases/{id}/plan/draft                          case        MINA
            POST /desk/cases/{id}/plan/draft/autosave                 case      + MINA  r.pets=0 w.pets=x
            POST /desk/cases/{id}/plan/draft                          case      + MINA  then=agree r.pets=1 w.pets=y kept=PAPER review.day=27 review.month=11 review.year=2026
            GET  /desk/cases/{id}/plan/{number:\\d{1,9}}              case        MINA
            GET  /desk/cases/{id}/plan/{number:\\d{1,9}}/beside/{other:\\d{1,9}} case MINA
            GET  /desk/cases/{id}/plan/{number:\\d{1,9}}/paper        case        MINA
            POST /desk/cases/{id}/plan/{number:\\d{1,9}}/paper        case      + MINA  safe=yes
            GET  /desk/cases/{id}/partners                            participant ROBIN
            POST /desk/cases/{id}/partners/nobody                     participant + ROBIN nobody=x
            POST /desk/cases/{id}/partners/nobody/agreed              participant + KIT
            POST /desk/cases/{id}/partners                            participant + ROBIN once=ONCE given=Wren family=Pathway kind=PARTNER reach=x
            GET  /desk/cases/{id}/known-harm                          participant ROBIN
            POST /desk/cases/{id}/known-harm                          participant + ROBIN once=ONCE partner=PAIR whoSaid=POLICE on.month=3 on.year=2024 words=x
            POST /desk/cases/{id}/known-harm/judgement                participant + ROBIN judgement=NOT_KNOWN why=x
            POST /desk/cases/{id}/known-harm/{harm}/taking-back       participant + ROBIN
            POST /desk/cases/{id}/partners/danger                     participant + ROBIN direction=UP danger=x
            GET  /desk/groups                                         ROLE        ROBIN
            GET  /desk/groups/new                                     ROLE        ROBIN
            POST /desk/groups                                         ROLE        ROBIN name=
            GET  /desk/cases/{id}/programme                           participant ROBIN
            POST /desk/cases/{id}/programme                           participant + ROBIN then=wait
            POST /desk/cases/{id}/programme/sheets                    participant + ROBIN set=programme-suitability
            GET  /desk/cases/{id}/programme/sheets/{sheet}            participant ROBIN
            POST /desk/cases/{id}/programme/sheets/{sheet}/autosave   participant + ROBIN revision=0 a.plans=yes
            POST /desk/cases/{id}/programme/sheets/{sheet}            participant + ROBIN revision=1 a.plans=yes then=done
            POST /desk/cases/{id}/programme/sheets/{sheet}/decision   participant + ROBIN decision=SUITABLE why=x
            POST /desk/cases/{id}/programme/sheets/{sheet}/agreed     participant + KIT
            GET  /desk/cases/{id}/programme/agreement                 participant ROBIN
            POST /desk/cases/{id}/programme/agreement                 participant + ROBIN once=ONCE on.day=20 on.month=11 on.year=2026 followed=READ limits=yes
            GET  /desk/cases/{id}/programme/agreement/paper           participant ROBIN
            GET  /desk/cases/{id}/programme/breaches                  participant ROBIN
            POST /desk/cases/{id}/programme/breaches                  participant + ROBIN once=ONCE on.day=20 on.month=11 on.year=2026 kind=GROUP follows=TALK words=x
            GET  /desk/groups/{group}                                 group       ROBIN
            GET  /desk/cases/{id}/programme/needs                     participant ROBIN
            POST /desk/cases/{id}/programme/needs                     participant + ROBIN version=0 way=EITHER away=MONDAY_MORNING
            GET  /desk/cases/{id}/apart                               participant ROBIN
            POST /desk/cases/{id}/apart                               participant + ROBIN once=ONCE other=OTHER_NUMBER words=x
            POST /desk/cases/{id}/apart/end                           participant + KIT   which=APART ended=x
            GET  /desk/groups/{group}/offers                          group       ROBIN
            POST /desk/groups/{group}/offers                          group     + ROBIN who=PARTICIPANT until.day=1 until.month=12 until.year=2026
            GET  /desk/groups/{group}/sessions/{session}              group       ROBIN
            POST /desk/groups/{group}/sessions/{session}              group       ROBIN
            POST /desk/groups/{group}/sessions/{session}/guests       group       ROBIN
            GET  /desk/groups/{group}/sessions/{session}/change       group       ROBIN
            POST /desk/groups/{group}/sessions/{session}/change       group     + ROBIN then=off why=x
            GET  /desk/cases/{id}/programme/making-up                 participant ROBIN
            POST /desk/cases/{id}/programme/making-up                 participant ROBIN
            GET  /desk/groups/templates                               ROLE        ROBIN
            POST /desk/groups/templates                               ROLE        KIT   name=
            GET  /desk/groups/templates/{template}                    group       ROBIN
            POST /desk/groups/templates/{template}                    group     + KIT   revision=0 then=publish minutes=60 sessions=x
            GET  /desk/groups/figures                                 ROLE        ROBIN
            POST /desk/groups/{group}/end                             group       ROBIN
            GET  /desk/groups/outcomes                                ROLE        ROBIN
            GET  /desk/partners/outcomes                              ROLE        BEA
            POST /desk/partners/outcomes/handing-over                 ROLE        SAL
            GET  /desk/partners                                       ROLE        BEA
            GET  /desk/partners/{pair}                                pair        BEA
            POST /desk/partners/{pair}/taking                         pair      + BEA
            POST /desk/partners/{pair}/contacts                       pair      + BEA   once=ONCE outcome=ACCEPTED words=x
            POST /desk/partners/{pair}/link                           pair        BEA   number=x
            POST /desk/partners/{pair}/case                           pair      + BEA
            GET  /desk/cases/{id}/closure                             case        MINA
            POST /desk/cases/{id}/closure                             case      + MINA  once=ONCE reason=FINISHED outcome[HOME]=MET words=x
            GET  /desk/cases/{id}/reopening                           case        MINA
            POST /desk/cases/{id}/reopening                           case      + MINA  words=x

            POST /desk/calls/new/{id}/words                           draft     + JO    words=x
            GET  /desk/calls/new/{id}                                 draft       JO  
            POST /desk/calls/new/{id}                                 draft     + JO    do=referral words=x area=WM9+8XY
            GET  /desk/calls/{id}                                     contact     JO
            GET  /desk/referrals/{id}                                 referral    TOM
            POST /desk/referrals/{id}/address                         referral    TOM   reason=IMMEDIATE_DANGER
            POST /desk/referrals/{id}/screening                       referral  + TOM
            GET  /desk/referrals/{id}/refusal                         referral    TOM
            POST /desk/referrals/{id}/refusal                         referral  + TOM   reason=NO_CAPACITY signpost=x
            POST /desk/referrals/{id}/reopening                       referral  + TOM
            GET  /desk/referrals/{id}/withdrawal                      referral    TOM
            POST /desk/referrals/{id}/withdrawal                      referral  + TOM   why=x
            POST /desk/referrals/{id}/reopening                       referral  + TOM
            GET  /desk/referrals/{id}/transfer                        referral    TOM
            POST /desk/referrals/{id}/questions                       behaviour + KIT   rules=THEY_ARE_WILLING way=CALL
            POST /desk/referrals/{id}/answers                         behaviour + KIT   THEY_ARE_WILLING=HOLDS words=x
            GET  /desk/referrals/{id}/acceptance                      behaviour   KIT
            GET  /desk/referrals/{id}/no-place                        behaviour   KIT
            POST /desk/referrals/{id}/no-place                        behaviour + KIT   why=NO_PLACE signpost=x toldBy=REFERRER heldBy=REFERRER
            GET  /desk/unmet-need                                     ROLE        SAL
            POST /desk/referrals/{id}/acceptance                      referral  + TOM
            POST /desk/referrals/{id}/transfer                        referral    TOM   to=LANTERN parts=SITUATION basis=AGREED
            """;

    static List<DeskRoutes> decided() {
        return DECIDED.lines().filter(line -> !line.isBlank()).map(DeskRoutes::read).toList();
    }

    private static DeskRoutes read(String line) {
        List<String> cells = Arrays.stream(line.strip().split("\\s+")).collect(Collectors.toList());
        boolean changes = cells.remove("+");
        Map<String, List<String>> words = cells.stream().skip(4).collect(Collectors.groupingBy(cell -> cell.substring(0, cell.indexOf('=')), LinkedHashMap::new,
                Collectors.mapping(cell -> cell.substring(cell.indexOf('=') + 1).replace('+', ' '), Collectors.toList())));
        return new DeskRoutes(cells.get(0), cells.get(1), cells.get(2), changes, cells.size() > 3 ? cells.get(3) : "-", words);
    }

    String name() {
        return method + " " + path;
    }

    boolean holdsARecord() {
        return kind.equals(kind.toLowerCase());
    }

    /** Whose work it is. */
    Actor.Worker insider() {
        return switch (who) {
            case "MINA" -> World.MINA;
            case "TOM" -> World.TOM;
            case "SAL" -> World.SAL;
            case "LEE" -> World.LEE;
            case "CAM" -> World.CAM;
            case "PRIYA" -> World.PRIYA;
            case "JO" -> World.JO;
            case "ALEX" -> World.ALEX;
            case "BEA" -> World.BEA;
            case "ROBIN" -> World.ROBIN;
            case "KIT" -> World.KIT;
            case "NOOR" -> World.NOOR;
            case "WREN" -> World.WREN;
            case "IDRIS" -> World.IDRIS;
            default -> throw new IllegalArgumentException(who);
        };
    }

    /** Those for whom the record does not exist: the other side, the other organisation, nobody's side, and whoever has not the role. */
    Stream<Actor.Worker> outsiders() {
        Stream<Actor.Worker> always = Stream.of(World.ROBIN, World.KIT, World.ASH, World.NIA);
        return switch (kind) {
            case "colleague", "inbox" -> Stream.concat(always, Stream.of(World.MINA, World.JO));
            // Robin and Kit ask the same questions: they are their organisation's.
            case "set" -> Stream.of(World.ASH, World.NIA);
            // What is said to everybody is said by the organisation, whichever side its manager is on.
            case "talk", "campaign" -> Stream.of(World.MINA, World.TOM, World.PRIYA, World.ROBIN, World.ALEX, World.LEE, World.CAM, World.ASH, World.NIA);
            case "agency", "course", "cohort", "tally" -> Stream.of(World.MINA, World.TOM, World.ROBIN, World.ALEX, World.ASH, World.NIA);
            case "evaluation" -> Stream.of(World.MINA, World.TOM, World.ROBIN, World.ALEX, World.CAM, World.ASH, World.NIA);
            case "report" -> Stream.of(World.MINA, World.TOM, World.ROBIN, World.ALEX, World.ASH, World.NIA);
            case "joiner" -> Stream.of(World.MINA, World.TOM, World.PRIYA, World.ROBIN, World.LEE, World.ASH, World.NIA);
            case "post", "resource", "objection" -> Stream.of(World.TOM, World.SAL, World.PRIYA, World.ROBIN, World.KIT, World.ALEX, World.ASH, World.NIA);
            // Who is in a steering group, no manager and no lead reads.
            case "within" -> Stream.of(World.SAL, World.PRIYA, World.JO, World.ROBIN, World.KIT, World.ALEX, World.ASH, World.NIA);
            case "behaviour" -> Stream.of(World.MINA, World.TOM, World.SAL, World.PRIYA, World.JO, World.ASH, World.NIA, World.ALEX);
            case "movable" -> Stream.concat(always, Stream.of(World.ALEX, World.MINA, World.JO));
            // Robin and Mina are no leads; Kit leads the other side, which has its own part of each move.
            case "move" -> Stream.of(World.ROBIN, World.MINA, World.JO, World.BEA, World.ALEX, World.ASH, World.NIA);
            case "arrival" -> Stream.of(World.ROBIN, World.MINA, World.SAL, World.PRIYA, World.ALEX, World.ASH, World.NIA);
            case "standard" -> Stream.of(World.MINA, World.TOM, World.SAL, World.ROBIN, World.CAM, World.LEE, World.ASH, World.NIA);
            case "entry", "offerer", "import" -> Stream.of(World.MINA, World.JO, World.ROBIN, World.CAM, World.ASH, World.NIA);
            case "selfassessment", "handedin", "shownto", "plan" -> Stream.of(World.JO, World.CAM, World.ASH, World.NIA);
            case "asked" -> Stream.of(World.MINA, World.SAL, World.JO, World.ALEX, World.INES, World.ASH, World.NIA);
            case "askedofus", "refusable" -> Stream.of(World.MINA, World.JO, World.ROBIN, World.CAM, World.INES, World.ASH, World.NIA);
            case "looked", "replied", "appeal" -> Stream.of(World.SAL, World.MINA, World.JO, World.ALEX, World.ASH, World.NIA);
            case "award", "decision" -> Stream.of(World.MINA, World.JO, World.ROBIN, World.CAM, World.ASH, World.NIA);
            case "comment", "complaint" -> Stream.of(World.MINA, World.TOM, World.PRIYA, World.ROBIN, World.KIT, World.ALEX, World.ASH, World.NIA, World.WREN);
            case "danger" -> Stream.of(World.MINA, World.JO, World.SAL, World.ROBIN, World.KIT, World.ALEX, World.ASH, World.NIA, World.WREN);
            case "theme", "rule" -> Stream.of(World.MINA, World.PRIYA, World.ROBIN, World.ALEX, World.ASH, World.NIA, World.WREN);
            case "hit" -> Stream.concat(always, Stream.of(World.ALEX, World.MINA, World.TOM));
            case "message" -> Stream.concat(always, Stream.of(World.ALEX, World.MINA));
            case "participant", "group" -> Stream.of(World.MINA, World.TOM, World.SAL, World.PRIYA, World.BEA, World.ASH, World.NIA, World.ALEX);
            case "case" -> Stream.concat(always, Stream.of(World.ALEX, World.JO));
            default -> Stream.concat(always, Stream.of(World.ALEX));
        };
    }
}
