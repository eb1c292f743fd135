package org.alongside.house;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row for each table that the demo town may leave empty, so that there is always something to be kept from somebody. */
final class MissingRows {
    /** In this order, since some point at others. */
    static final List<String> REMOVED = List.of("delete from comments.draft where holder = :id::text", "delete from comments.report where id = :id", "delete from comments.moderator where without[1] = :id::text", "delete from commissioning.number where request_id = :id", "delete from commissioning.step where request_id = :id", "delete from commissioning.plan where request_id = :id", "delete from commissioning.request where id = :id", "delete from copies.copy where id = :id", "delete from residents.asking where id = :id", "delete from residents.try where id = :id", "delete from residents.farewell where id = :id", "delete from residents.session where holder = :id::text", "delete from standards.version where id = :id", "delete from standards.taken_key where key = :id::text", "delete from network.objection where id = :id", "delete from network.file where post_id = :id", "delete from network.post where id = :id", "delete from awards.appeal where id = :id", "delete from awards.step where id = :id", "delete from awards.ground where award_id = :id", "delete from awards.award where id = :id", "delete from awards.decision where id = :id", "delete from peerreview.finding where review_id = :id", "delete from peerreview.review where id = :id",
            "delete from peerreview.offer where organisation_name = :id::text", "delete from selfassessment.reader where assessment_id = :id", "delete from selfassessment.assessment where id = :id",
            "delete from audit.entry where detail = :id::text", "delete from matching.apart where hit_id = :id", "delete from matching.hit where id = :id", "delete from known.entry where id = :id", "delete from messages.own_address where id = :id",
            "delete from messages.outbox where id = :id", "delete from organisations.second_factor where id = :id", "delete from organisations.link where id = :id",
            "delete from organisations.side_change where id = :id", "delete from people.address where id = :id", "delete from people.other_name where id = :id", "delete from people.live_call where id = :id", "delete from people.risk_to_life where id = :id",
            "delete from referral.unmet_need where people = 77",
            "delete from referral.asked_back where id = :id", "delete from referral.from_agency where id = :id", "delete from evaluation.imported_file where file_hash = :id::text",
            "delete from incidents.repeat_rule where why = :id::text", "delete from casework.weight where cases = :id::text", "delete from casework.kept_from where id = :id", "delete from correction.moved where id = :id", "delete from correction.correction where id = :id", "delete from correction.standing where id = :id", "delete from instruments.shelf where key = :id::text", "delete from instruments.score where scale = :id::text", "delete from onward.said where service_id = :id", "delete from moving.imported where import_id = :id", "delete from moving.import where id = :id", "delete from retention.erasure where id = :id", "delete from retention.rule where why = :id::text", "delete from retention.erased where why = 'MISTAKE' and records = 77", "delete from casework.counted_case where cases = 77", "delete from disclosure.release where id = :id", "delete from disclosure.request_item where request_id = :id", "delete from disclosure.request where id = :id", "delete from referral.draft where id = :id", "delete from referral.first_contact where organisation_id = :id", "delete from directory.assurer where service_id = :id", "delete from directory.suggestion where service_id = :id", "delete from directory.link where service_id = :id", "delete from directory.reminder where organisation_id = :id", "delete from directory.edition where service_id = :id", "delete from directory.draft where service_id = :id", "delete from directory.quality_mark where organisation_entry_id = :id", "delete from directory.way_in where service_id = :id", "delete from directory.service_part where service_id = :id",
            "delete from directory.staged where run_id = :id", "delete from directory.import_run where id = :id", "delete from directory.place where town = :id::text", "delete from directory.place_load where id = :id", "delete from directory.service where id = :id", "delete from directory.organisation_entry where id = :id", "delete from referral.told where id = :id", "delete from partnersupport.told where id = :id", "delete from outcomes.handed where measure = :id::text", "delete from programme.known_harm where id = :id", "delete from programme.harm_not_known where case_id = :id", "delete from programme.breach where id = :id", "delete from programme.no_partner where case_id = :id", "delete from programme.made_up where enrolment_id = :id", "delete from programme.template_session where template_id = :id", "delete from programme.template where id = :id", "delete from programme.need where enrolment_id = :id", "delete from programme.set_aside where id = :id", "delete from programme.together where apart_id = :id", "delete from programme.apart where id = :id", "delete from programme.attendance where enrolment_id = :id", "delete from programme.enrolment where id = :id");

    private MissingRows() {
    }

    /** By what the row that was added is found again, as text. */
    static String key(String table) {
        return switch (table) {
            case "audit.entry" -> "detail";
            case "selfassessment.reader" -> "assessment_id::text";
            case "commissioning.request" -> "id::text";
            case "commissioning.number", "commissioning.plan", "commissioning.step" -> "request_id::text";
            case "peerreview.offer" -> "organisation_name";
            case "peerreview.review", "awards.decision", "awards.award", "awards.step", "awards.appeal" -> "id::text";
            case "peerreview.finding" -> "review_id::text";
            case "awards.ground" -> "award_id::text";
            case "copies.copy", "residents.asking", "residents.try", "residents.farewell", "standards.version" -> "id::text";
            case "residents.session" -> "holder";
            case "standards.taken_key" -> "key";
            case "disclosure.request", "disclosure.request_item" -> "id::text";
            case "messages.outbox", "moving.import", "retention.erasure" -> "id::text";
            case "moving.imported" -> "import_id::text";
            case "directory.assurer", "directory.draft", "directory.edition", "directory.link", "directory.suggestion" -> "service_id::text";
            case "directory.import_run" -> "id::text";
            case "directory.reminder" -> "organisation_id::text";
            case "directory.staged" -> "run_id::text";
            case "network.file" -> "post_id::text";
            case "comments.draft" -> "holder";
            case "comments.report" -> "id::text";
            case "comments.moderator" -> "without[1]";
            case "network.objection" -> "id::text";
            case "incidents.repeat_rule" -> "why";
            case "casework.weight" -> "cases";
            case "casework.kept_from", "correction.correction", "correction.moved", "correction.standing" -> "id::text";
            case "people.other_name", "referral.asked_back", "referral.from_agency" -> "id::text";
            case "instruments.shelf" -> "key";
            case "evaluation.imported_file" -> "file_hash";
            case "instruments.score" -> "scale";
            case "onward.said" -> "service_id::text";
            case "retention.rule" -> "why";
            case "retention.erased" -> "case when why = 'MISTAKE' and records = 77 then :id::text end";
            case "referral.unmet_need" -> "case when people = 77 then :id::text end";
            case "casework.counted_case" -> "case when cases = 77 then :id::text end";
            case "matching.hit", "known.entry", "partnersupport.told", "programme.breach", "programme.known_harm" -> "id::text";
            case "programme.no_partner", "programme.harm_not_known" -> "case_id::text";
            case "programme.attendance", "programme.need", "programme.made_up" -> "enrolment_id::text";
            case "programme.set_aside", "programme.apart", "programme.template" -> "id::text";
            case "programme.together" -> "apart_id::text";
            case "programme.template_session" -> "template_id::text";
            case "outcomes.handed" -> "measure";
            case "matching.apart" -> "hit_id::text";
            case "directory.place" -> "town";
            case "directory.place_load" -> "id::text";
            case "referral.first_contact" -> "organisation_id::text";
            default -> throw new IllegalArgumentException(table);
        };
    }

    static @Nullable String insert(String table) {
        return switch (table) {
            case "selfassessment.reader" -> """
                    with own as (insert into selfassessment.assessment (id, organisation_id, organisation_name, standard_key, standard_version, edition, about, begun_by, begun_at) values (:id, :harbour, 'x', 'x', '1', 'SERVICES', :id::text, :mina, now()) returning id)
                    insert into selfassessment.reader (assessment_id, owner_id, organisation_id, organisation_name, why, given_by, given_at) select id, :harbour, '00000000-0000-4000-8000-000000000004', 'x', 'REVIEW', :mina, now() from own""";
            case "commissioning.request" -> "insert into commissioning.request (id, organisation_id, organisation_name, owner_id, owner_name, from_on, until_on, wants_plan, due_on, state, asked_by, asked_at, answered_by, answered_at) values (:id, '00000000-0000-4000-8000-000000000003', 'x', :harbour, 'x', '2021-01-01', '2021-03-31', true, '2026-12-01', 'ANSWERED', :mina, now(), :mina, now())";
            case "commissioning.number" -> """
                    with asked as (insert into commissioning.request (id, organisation_id, organisation_name, owner_id, owner_name, from_on, until_on, wants_plan, due_on, state, asked_by, asked_at, answered_by, answered_at) values (:id, '00000000-0000-4000-8000-000000000003', 'x', :harbour, 'x', '2021-01-01', '2021-03-31', true, '2026-12-01', 'ANSWERED', :mina, now(), :mina, now()) returning id)
                    insert into commissioning.number (request_id, owner_id, organisation_id, measure, men) select id, :harbour, '00000000-0000-4000-8000-000000000003', 'ASKED', 5 from asked""";
            case "commissioning.plan" -> """
                    with asked as (insert into commissioning.request (id, organisation_id, organisation_name, owner_id, owner_name, from_on, until_on, wants_plan, due_on, state, asked_by, asked_at, answered_by, answered_at) values (:id, '00000000-0000-4000-8000-000000000003', 'x', :harbour, 'x', '2021-01-01', '2021-03-31', true, '2026-12-01', 'ANSWERED', :mina, now(), :mina, now()) returning id)
                    insert into commissioning.plan (request_id, owner_id, organisation_id, title, about, aim, aim_on) select id, :harbour, '00000000-0000-4000-8000-000000000003', 'x', 'x', 5, '2027-01-01' from asked""";
            case "commissioning.step" -> """
                    with asked as (insert into commissioning.request (id, organisation_id, organisation_name, owner_id, owner_name, from_on, until_on, wants_plan, due_on, state, asked_by, asked_at, answered_by, answered_at) values (:id, '00000000-0000-4000-8000-000000000003', 'x', :harbour, 'x', '2021-01-01', '2021-03-31', true, '2026-12-01', 'ANSWERED', :mina, now(), :mina, now()) returning id)
                    insert into commissioning.step (request_id, position, owner_id, organisation_id, what, milestone, due_on, state) select id, 0, :harbour, '00000000-0000-4000-8000-000000000003', 'x', '', '2027-01-01', 'OPEN' from asked""";
            case "peerreview.offer" -> "insert into peerreview.offer (organisation_id, organisation_name, offered_by, offered_at) values (:harbour, :id::text, :mina, now()) on conflict (organisation_id) do update set organisation_name = excluded.organisation_name";
            case "peerreview.review" -> "insert into peerreview.review (id, assessment_id, owner_id, owner_name, organisation_id, organisation_name, state, asked_by, asked_at, reviewer_id, conflict) values (:id, :id, :harbour, 'x', '00000000-0000-4000-8000-000000000004', 'x', 'SHOWN', :mina, now(), :tom, 'x')";
            case "peerreview.finding" -> """
                    with review as (insert into peerreview.review (id, assessment_id, owner_id, owner_name, organisation_id, organisation_name, state, asked_by, asked_at, reviewer_id, conflict) values (:id, :id, :harbour, 'x', '00000000-0000-4000-8000-000000000004', 'x', 'SHOWN', :mina, now(), :tom, 'x') returning id)
                    insert into peerreview.finding (review_id, statement_id, owner_id, organisation_id, verdict, observation, method, observed_on, found_by, found_at) select id, 'x', :harbour, '00000000-0000-4000-8000-000000000004', 'MET', 'x', 'TEST', '2026-11-20', :tom, now() from review""";
            case "awards.decision" -> "insert into awards.decision (id, review_id, assessment_id, owner_id, organisation_id, reviewer_id, decided_by, decider_name, outcome, reason, decided_at) values (:id, :id, :id, :harbour, '00000000-0000-4000-8000-000000000004', :tom, :mina, 'x', 'NOT_YET', 'x', now())";
            case "awards.award" -> "insert into awards.award (id, code, assessment_id, owner_id, owner_name, standard_key, standard_version, edition, about, unmet_musts, from_on, until_on) values (:id, '000000000077', :id, :harbour, 'x', 'x', '1', 'SERVICES', '', '{}', '2026-11-20', '2027-11-20')";
            case "awards.ground" -> """
                    with award as (insert into awards.award (id, code, assessment_id, owner_id, owner_name, standard_key, standard_version, edition, about, unmet_musts, from_on, until_on) values (:id, '000000000077', :id, :harbour, 'x', 'x', '1', 'SERVICES', '', '{}', '2026-11-20', '2027-11-20') returning id)
                    insert into awards.ground (award_id, owner_id, holds) select id, :harbour, true from award""";
            case "awards.step" -> """
                    with award as (insert into awards.award (id, code, assessment_id, owner_id, owner_name, standard_key, standard_version, edition, about, unmet_musts, from_on, until_on) values (:id, '000000000077', :id, :harbour, 'x', 'x', '1', 'SERVICES', '', '{}', '2026-11-20', '2027-11-20') returning id)
                    insert into awards.step (id, award_id, owner_id, organisation_id, kind, words, taken_by, taken_at) select id, id, :harbour, '00000000-0000-4000-8000-000000000004', 'GIVEN', 'x', :mina, now() from award""";
            case "awards.appeal" -> """
                    with decision as (insert into awards.decision (id, review_id, assessment_id, owner_id, organisation_id, reviewer_id, decided_by, decider_name, outcome, reason, decided_at) values (:id, :id, :id, :harbour, '00000000-0000-4000-8000-000000000004', :tom, :mina, 'x', 'NOT_YET', 'x', now()) returning id)
                    insert into awards.appeal (id, decision_id, owner_id, organisation_id, words, made_by, made_at) select id, id, :harbour, '00000000-0000-4000-8000-000000000004', 'x', :mina, now() from decision""";
            case "comments.draft" -> "insert into comments.draft (holder, organisation_id, words, typed_at) values (:id::text, :harbour, 'x', now())";
            case "comments.report" -> "insert into comments.report (id, organisation_id, comment_id, reason, reported_at) select :id, :harbour, comment_id, 'OTHER', now() from comments.published where organisation_id = :harbour limit 1";
            case "comments.moderator" -> "insert into comments.moderator (worker_id, organisation_id, without) values (:mina, :harbour, array[:id::text])";
            case "network.file" -> """
                    with post as (insert into network.post (id, organisation_id, author_id, kind, subject, title, words, standing, written_at, published_at) values (:id, :harbour, :tom, 'RESOURCE', 'MEN', 'x', 'x', 'PUBLISHED', now(), now()) returning id)
                    insert into network.file (post_id, organisation_id, type, size, marks, content, added_at) select id, :harbour, 'TEXT', 1, '', 'x', now() from post""";
            case "network.objection" -> """
                    with post as (insert into network.post (id, organisation_id, author_id, kind, subject, title, words, standing, written_at, published_at) values (:id, :harbour, :tom, 'RESOURCE', 'MEN', 'x', 'x', 'PUBLISHED', now(), now()) returning id)
                    insert into network.objection (id, organisation_id, post_id, raised_by, reason, raised_at) select id, :harbour, id, :mina, 'x', now() from post""";
            case "copies.copy" -> "insert into copies.copy (id, organisation_id, key, edition, email_fingerprint, holder, token, wants_news, welsh, asked_at) values (:id, :harbour, 'x', 'SERVICES', :id::text, :id::text, 'x', false, false, now())";
            case "residents.asking" -> "insert into residents.asking (id, organisation_id, kind, email, email_fingerprint, holder, token, welsh, asked_at) values (:id, :harbour, 'ACCOUNT', 'x', :id::text, :id::text, 'x', false, now())";
            case "residents.try" -> "insert into residents.try (id, organisation_id, email_fingerprint, network, tried_at) values (:id, :harbour, :id::text, 'x', now())";
            case "residents.farewell" -> "insert into residents.farewell (id, organisation_id, address_token, said_at) values (:id, :harbour, 'x', now())";
            case "residents.session" -> "insert into residents.session (holder, organisation_id, account_id, account_holder, started_at, used_at) select :id::text, :harbour, id, holder, now(), now() from residents.account where demo limit 1";
            case "standards.taken_key" -> "insert into standards.taken_key (key, organisation_id, taken_at) values (:id::text, :harbour, now())";
            case "standards.version" -> "insert into standards.version (id, organisation_id, key, version, content, state, loaded_at) values (:id, :harbour, 'x', 'x', 'x', 'DRAFT', now())";
            case "audit.entry" -> "insert into audit.entry (at, actor, organisation_id, act, kind, detail) values (now(), 'INSTALLER', :harbour, 'CHANGED', 'house', :id::text)";
            case "referral.from_agency" -> "insert into referral.from_agency (id, organisation_id, month, agency, about_behaviour) values (:id, :harbour, '2026-11-01', 'x', false)";
            case "incidents.repeat_rule" -> "insert into incidents.repeat_rule (organisation_id, version, months, police_reports, why, decided_by, decided_at) values (:harbour, 77, 12, 3, :id::text, :mina, now())";
            case "casework.weight" -> "insert into casework.weight (organisation_id, side, cases, weight, decided_by, decided_at) values (:harbour, 'SUPPORT', :id::text, 1, :mina, now())";
            case "casework.kept_from" -> "insert into casework.kept_from (id, pair_id, worker_id, organisation_id, side) values (:id, :id, :mina, :harbour, 'SUPPORT')";
            case "correction.moved" -> "insert into correction.moved (id, organisation_id, side, moved_at) values (:id, :harbour, 'SUPPORT', now())";
            case "correction.standing" -> "insert into correction.standing (id, organisation_id, side, to_side, pair_id, state, made_at) values (:id, :harbour, 'SUPPORT', 'CHANGE', :id, 'WAITING', now())";
            case "correction.correction" -> """
                    with standing as (insert into correction.standing (id, organisation_id, side, to_side, pair_id, state, made_at) values (:id, :harbour, 'SUPPORT', 'CHANGE', :id, 'WAITING', now()) returning id)
                    insert into correction.correction (id, organisation_id, side, person_id, certainty, why, followed, made_by) select id, :harbour, 'SUPPORT', id, 'SAID', 'x', 'x', :mina from standing""";
            case "evaluation.imported_file" -> "insert into evaluation.imported_file (evaluation_id, organisation_id, file_hash, sheets, imported_by, imported_at) select id, :harbour, :id::text, 1, :mina, now() from evaluation.evaluation where organisation_id = :harbour limit 1";
            case "instruments.shelf" -> "insert into instruments.shelf (organisation_id, key, hash, own, status, last_by, last_at) values (:harbour, :id::text, :id::text, false, 'RETIRED', :mina, now())";
            case "instruments.score" -> "insert into instruments.score (response_id, scale, engine, answered, missing, prorated, computed_at) select id, :id::text, 1, 0, 0, false, now() from instruments.response where organisation_id = :harbour and side = 'SUPPORT' limit 1";
            case "onward.said" -> "insert into onward.said (organisation_id, service_id, account, counted_as, clients) values (:harbour, :id, 'BELIEVED', 'MAN', 1)";
            case "moving.import" -> "insert into moving.import (id, organisation_id, side, begun_by, begun_at) values (:id, :harbour, 'SUPPORT', :mina, now())";
            case "moving.imported" -> """
                    with made as (insert into moving.import (id, organisation_id, side, begun_by, begun_at) values (:id, :harbour, 'SUPPORT', :mina, now()) returning id)
                    insert into moving.imported (organisation_id, side, reference_key, import_id, case_id, person_id, made_person, imported_at) select :harbour, 'SUPPORT', :id::text, id, id, id, true, now() from made""";
            case "retention.erasure" -> "insert into retention.erasure (id, organisation_id, side, person_id, why, words, asked_by, asked_at) values (:id, :harbour, 'SUPPORT', :id, 'MISTAKE', 'x', :mina, now())";
            case "retention.rule" -> "insert into retention.rule (organisation_id, kind, months, why, from_day, decided_by, decided_at) values (:harbour, 'MESSAGE', 12, :id::text, '2026-11-20', :mina, now())";
            case "retention.erased" -> "insert into retention.erased (organisation_id, month, kind, why, records) values (:harbour, '2026-11-01', 'CASE', 'MISTAKE', 77)";
            case "casework.counted_case" -> "insert into casework.counted_case (organisation_id, side, closed_year, reason, counted_as, cases) values (:harbour, 'SUPPORT', 2020, 'FINISHED', 'MAN', 77)";
            case "matching.hit" -> """
                    insert into matching.hit (id, organisation_id, new_kind, new_record_id, new_role, known_kind, known_record_id, known_role, reasons, for_managers, found_at, version)
                    values (:id, :harbour, 'CASE', :id, 'CLIENT', 'REFERRAL', :id, 'CLIENT', '{PHONE}', false, now(), 0)""";
            case "matching.apart" -> """
                    with hit as (insert into matching.hit (id, organisation_id, new_kind, new_record_id, new_role, known_kind, known_record_id, known_role, reasons, for_managers, found_at, version)
                      values (:id, :harbour, 'CASE', :id, 'CLIENT', 'REFERRAL', :id, 'CLIENT', '{PHONE}', false, now(), 0) returning id)
                    insert into matching.apart (organisation_id, kind, record_id, worker_id, hit_id, decided_by, decided_at) select :harbour, 'CASE', :id, :tom, id, :mina, now() from hit""";
            case "known.entry" -> "insert into known.entry (id, organisation_id, worker_id, how, said_at) values (:id, :harbour, :mina, 'FRIEND', now())";
            case "messages.own_address" -> "insert into messages.own_address (id, organisation_id, email, token_fingerprint, asked_at, expires_at) values (:id, :harbour, 'x', :id::text, now(), now())";
            case "messages.outbox" -> """
                    insert into messages.outbox (id, organisation_id, side, kind, worker_id, subject, state, attempts, asked_at) values (:id, :harbour, 'SUPPORT', 'NOTICE', :mina, 'x', 'GIVEN_UP', 1, now())""";
            case "organisations.second_factor" -> """
                    insert into organisations.second_factor (id, worker_id, organisation_id, kind, secret, made_at, last_step)
                    select :id, :mina, :harbour, 'TOTP', 'x', now(), 0 where not exists (select from organisations.second_factor where worker_id = :mina)""";
            case "organisations.link" -> """
                    insert into organisations.link (id, token_key, purpose, organisation_id, worker_id, made_by, made_at, expires_at) values (:id, :id::text, 'RESET', :harbour, :tom, :mina, now(), now())""";
            case "organisations.side_change" -> """
                    insert into organisations.side_change (id, organisation_id, worker_id, side_before, side_after, reason, changed_by, changed_at) values (:id, :harbour, :tom, null, 'SUPPORT', 'x', :mina, now())""";
            case "people.other_name" -> """
                    insert into people.other_name (id, person_id, organisation_id, side, given_name, family_name, given_key, family_key, recorded_by, recorded_at)
                    select :id, id, organisation_id, side, 'x', 'x', :id::text, 'x', :mina, now() from people.person where organisation_id = :harbour and side = 'SUPPORT' limit 1""";
            case "people.address" -> """
                    insert into people.address (id, person_id, organisation_id, side, kind, area, guarded, unsafe, recorded_by, recorded_at)
                    select :id, id, organisation_id, side, 'REFUGE', 'x', true, false, :mina, now() from people.person where organisation_id = :harbour and side = 'SUPPORT' limit 1""";
            case "people.live_call" -> """
                    insert into people.live_call (id, person_id, organisation_id, side, phone_key, started_by, started_at)
                    select :id, id, organisation_id, side, :id::text, :mina, now() from people.person where organisation_id = :harbour and side = 'SUPPORT' limit 1""";
            case "people.risk_to_life" -> """
                    insert into people.risk_to_life (id, person_id, organisation_id, side, ground, reason, decided_by, decided_at, until)
                    select :id, id, organisation_id, side, 'POLICE_WELFARE_CHECK', 'x', :mina, now(), now() from people.person where organisation_id = :harbour and side = 'SUPPORT' limit 1""";
            case "disclosure.request" -> """
                    insert into disclosure.request (id, organisation_id, side, person_id, kind, status, asked_by, scope, received_on, due_on, recorded_by, recorded_at)
                    values (:id, :harbour, 'SUPPORT', :id, 'COURT', 'OPEN', 'x', 'x', '2026-11-20', '2026-11-20', :mina, now())""";
            case "disclosure.request_item" -> """
                    with request as (insert into disclosure.request (id, organisation_id, side, person_id, kind, status, asked_by, scope, received_on, due_on, recorded_by, recorded_at)
                      values (:id, :harbour, 'SUPPORT', :id, 'COURT', 'OPEN', 'x', 'x', '2026-11-20', '2026-11-20', :mina, now()) returning id)
                    insert into disclosure.request_item (id, request_id, organisation_id, side, field, source, what, decision, recorded_at) select :id, id, :harbour, 'SUPPORT', 'CONCERN', 'OURS', 'x', 'UNDECIDED', now() from request""";
            case "disclosure.release" -> """
                    insert into disclosure.release (id, organisation_id, side, person_id, recipient, recipient_id, purpose, via, fields, withheld, basis, told, released_by, released_at)
                    values (:id, :harbour, 'SUPPORT', :id, 'PERSON', :id, 'CLIENT_KEEPS', 'PRINT', '{}', '{}', 'AGREED', true, :mina, now())""";
            case "referral.unmet_need" -> "insert into referral.unmet_need (organisation_id, side, month, reason, counted_as, people) values (:harbour, 'SUPPORT', '2020-01-01', 'NO_PLACE', 'MAN', 77)";
            case "referral.asked_back" -> """
                    insert into referral.asked_back (id, referral_id, organisation_id, side, way, rules, asked_by, asked_at, due_at) values (:id, :id, :harbour, 'SUPPORT', 'CALL', '{}', :mina, now(), now())""";
            case "referral.draft" -> """
                    insert into referral.draft (id, organisation_id, side, worker_id, asking, began_at, touched_at) values (:id, :harbour, 'SUPPORT', :mina, 'MYSELF', now(), now())""";
            case "referral.draft_answer" -> """
                    with draft as (insert into referral.draft (id, organisation_id, side, worker_id, asking, began_at, touched_at) values (:id, :harbour, 'SUPPORT', :mina, 'MYSELF', now(), now()) returning id)
                    insert into referral.draft_answer (draft_id, question, words) select id, 'WORDS', 'x' from draft""";
            case "referral.first_contact" -> """
                    insert into referral.first_contact (organisation_id, urgent_minutes, usual_minutes, manager_minutes) values (:id, 60, 60, 60)""";
            case "directory.import_run" -> "insert into directory.import_run (id, organisation_id, feed, source, is_file, state, begun_by, begun_at) values (:id, :harbour, 'x', 'x', true, 'DONE', :mina, now())";
            case "directory.staged" -> """
                    with run as (insert into directory.import_run (id, organisation_id, feed, source, is_file, state, begun_by, begun_at) values (:id, :harbour, 'x', 'x', true, 'DONE', :mina, now()) returning id)
                    insert into directory.staged (run_id, external_id, organisation_id, position, state, name, offerer_key, has_refuge) select id, 'x', :harbour, 0, 'QUARANTINED', 'x', 'x', false from run""";
            case "directory.organisation_entry" -> "insert into directory.organisation_entry (id, organisation_id, name, published) values (:id, :harbour, 'x', false)";
            case "directory.place" -> "insert into directory.place (outcode, latitude, longitude, town, nation) values ('ZZ9', 50.6, -2.9, :id::text, 'ENGLAND')";
            case "directory.place_load" -> "insert into directory.place_load (id, kind, outcodes, loaded_at) values (:id, 'OUTCODES', 1, now())";
            case "directory.service" -> """
                    with entry as (insert into directory.organisation_entry (id, organisation_id, name, published) values (:id, :harbour, 'x', false) returning id)
                    insert into directory.service (id, organisation_id, organisation_entry_id, name, summary, serves, published, source, recorded_at) select :id, :harbour, id, 'x', 'x', '{x}', false, 'x', now() from entry""";
            case "directory.service_part" -> """
                    with entry as (insert into directory.organisation_entry (id, organisation_id, name, published) values (:id, :harbour, 'x', false) returning id),
                      service as (insert into directory.service (id, organisation_id, organisation_entry_id, name, summary, serves, published, source, recorded_at)
                        select :id, :harbour, id, 'x', 'x', '{x}', false, 'x', now() from entry returning id)
                    insert into directory.service_part (service_id, organisation_id, position, kind) select id, :harbour, 0, 'OUTREACH' from service""";
            case "directory.way_in" -> """
                    with entry as (insert into directory.organisation_entry (id, organisation_id, name, published) values (:id, :harbour, 'x', false) returning id),
                      service as (insert into directory.service (id, organisation_id, organisation_entry_id, name, summary, serves, published, source, recorded_at)
                        select :id, :harbour, id, 'x', 'x', '{x}', false, 'x', now() from entry returning id)
                    insert into directory.way_in (service_id, organisation_id, position, way, value) select id, :harbour, 0, 'PHONE', '01632 960000' from service""";
            case "directory.quality_mark" -> """
                    with entry as (insert into directory.organisation_entry (id, organisation_id, name, published) values (:id, :harbour, 'x', false) returning id)
                    insert into directory.quality_mark (organisation_entry_id, organisation_id, position, scheme) select id, :harbour, 0, 'x' from entry""";
            case "directory.assurer" -> """
                    with entry as (insert into directory.organisation_entry (id, organisation_id, name, published) values (:id, :harbour, 'x', false) returning id),
                      service as (insert into directory.service (id, organisation_id, organisation_entry_id, name, summary, serves, published, source, recorded_at)
                        select :id, :harbour, id, 'x', 'x', '{x}', false, 'x', now() from entry returning id)
                    insert into directory.assurer (service_id, organisation_id, email, named_by) select id, :harbour, '\\x00', :mina from service""";
            case "directory.link" -> """
                    with entry as (insert into directory.organisation_entry (id, organisation_id, name, published) values (:id, :harbour, 'x', false) returning id),
                      service as (insert into directory.service (id, organisation_id, organisation_entry_id, name, summary, serves, published, source, recorded_at)
                        select :id, :harbour, id, 'x', 'x', '{x}', false, 'x', now() from entry returning id)
                    insert into directory.link (service_id, organisation_id, address, checked_at, answer) select id, :harbour, 'x', now(), 'x' from service""";
            case "directory.reminder" -> "insert into directory.reminder (organisation_id, sent_at) values (:id, now())";
            case "directory.suggestion" -> "insert into directory.suggestion (id, organisation_id, service_id, about, said_at) values (:id, :harbour, :id, 'OTHER', now())";
            case "directory.draft" -> "insert into directory.draft (service_id, organisation_id, document, of_version, saved_by, saved_at) values (:id, :harbour, '{}', 0, :mina, now())";
            case "directory.edition" -> "insert into directory.edition (service_id, number, organisation_id, how, document, made_by, made_at) values (:id, 1, :harbour, 'PUBLISHED', '{}', :mina, now())";
            case "partnersupport.told" -> """
                    insert into partnersupport.told (id, organisation_id, side, entry_id, pair_id, role, worker_id, told_at) values (:id, :harbour, 'SUPPORT', :id, :id, 'DUTY', :mina, now())""";
            case "programme.attendance" -> """
                    with enrolment as (insert into programme.enrolment (id, organisation_id, side, case_id, status, priority, waiting_since, changed_by, changed_at) values (:id, :harbour, 'CHANGE', :id, 'WAITING', false, now(), :mina, now()) returning id)
                    insert into programme.attendance (session_id, enrolment_id, organisation_id, side, mark, marked_by, marked_at)
                    select s.id, enrolment.id, :harbour, 'CHANGE', 'ATTENDED', :mina, now() from enrolment, (select id from programme.session where organisation_id = :harbour and called_off_at is null limit 1) s""";
            case "programme.made_up" -> """
                    with enrolment as (insert into programme.enrolment (id, organisation_id, side, case_id, status, priority, waiting_since, changed_by, changed_at) values (:id, :harbour, 'CHANGE', :id, 'WAITING', false, now(), :mina, now()) returning id),
                    missed as (insert into programme.attendance (session_id, enrolment_id, organisation_id, side, mark, marked_by, marked_at)
                      select s.id, enrolment.id, :harbour, 'CHANGE', 'UNACCEPTABLE', :mina, now() from enrolment, (select id from programme.session where organisation_id = :harbour and called_off_at is null limit 1) s returning session_id, enrolment_id)
                    insert into programme.made_up (session_id, enrolment_id, organisation_id, side, with_worker, on_day, written_by, written_at) select session_id, enrolment_id, :harbour, 'CHANGE', :mina, date '2026-11-20', :mina, now() from missed""";
            case "programme.template" -> """
                    insert into programme.template (id, organisation_id, side, name, version, made_by, made_at) values (:id, :harbour, 'CHANGE', :id::text, 1, :mina, now())""";
            case "programme.template_session" -> """
                    with made as (insert into programme.template (id, organisation_id, side, name, version, made_by, made_at) values (:id, :harbour, 'CHANGE', :id::text, 1, :mina, now()) returning id)
                    insert into programme.template_session (template_id, number, organisation_id, side, title, minutes) select id, 1, :harbour, 'CHANGE', 'x', 60 from made""";
            case "programme.need" -> """
                    with enrolment as (insert into programme.enrolment (id, organisation_id, side, case_id, status, priority, waiting_since, changed_by, changed_at) values (:id, :harbour, 'CHANGE', :id, 'WAITING', false, now(), :mina, now()) returning id)
                    insert into programme.need (enrolment_id, organisation_id, side, languages, away, way, said_by, said_at) select id, :harbour, 'CHANGE', '', '{}', 'EITHER', :mina, now() from enrolment""";
            case "programme.set_aside" -> """
                    with enrolment as (insert into programme.enrolment (id, organisation_id, side, case_id, status, priority, waiting_since, changed_by, changed_at) values (:id, :harbour, 'CHANGE', :id, 'WAITING', false, now(), :mina, now()) returning id)
                    insert into programme.set_aside (id, enrolment_id, cohort_id, rule, organisation_id, side, words, said_by, said_at)
                    select :id, enrolment.id, c.id, 'TIME', :harbour, 'CHANGE', 'x', :mina, now() from enrolment, (select id from programme.cohort where organisation_id = :harbour limit 1) c""";
            case "programme.apart" -> """
                    insert into programme.apart (id, organisation_id, side, one_case, other_case, words, said_by, said_at) values (:id, :harbour, 'CHANGE', '00000000-0000-0000-0000-000000000001', :id, 'x', :mina, now())""";
            case "programme.together" -> """
                    with kept as (insert into programme.apart (id, organisation_id, side, one_case, other_case, words, said_by, said_at) values (:id, :harbour, 'CHANGE', '00000000-0000-0000-0000-000000000001', :id, 'x', :mina, now()) returning id)
                    insert into programme.together (apart_id, cohort_id, organisation_id, side, said_by, said_at) select kept.id, c.id, :harbour, 'CHANGE', :mina, now() from kept, (select id from programme.cohort where organisation_id = :harbour limit 1) c""";
            case "programme.breach" -> """
                    insert into programme.breach (id, organisation_id, side, case_id, happened_on, kind, follows, words, told, written_by, written_at) values (:id, :harbour, 'CHANGE', :id, '2026-11-20', 'OTHER', 'TALK', 'x', false, :mina, now())""";
            case "outcomes.handed" -> "insert into outcomes.handed (organisation_id, handed_on, stage, part, measure, answer, people) values (:harbour, '2026-11-20', 'START', 'ALL', :id::text, 'x', 5)";
            case "programme.known_harm" -> "insert into programme.known_harm (id, organisation_id, side, case_id, pair_id, who_said, written_by, written_at) values (:id, :harbour, 'CHANGE', :id, :id, 'POLICE', :mina, now())";
            case "programme.harm_not_known" -> "insert into programme.harm_not_known (case_id, organisation_id, side, stands, said_by, said_at) values (:id, :harbour, 'CHANGE', true, :mina, now())";
            case "programme.no_partner" -> """
                    insert into programme.no_partner (case_id, organisation_id, side, words, said_by, said_at) values (:id, :harbour, 'CHANGE', 'x', :mina, now())""";
            case "referral.told" -> """
                    insert into referral.told (id, referral_id, organisation_id, side, role, worker_id, told_at)
                    select :id, id, organisation_id, side, 'DUTY', :mina, now() from referral.referral where organisation_id = :harbour and side = 'SUPPORT' limit 1""";
            default -> null;
        };
    }
}
