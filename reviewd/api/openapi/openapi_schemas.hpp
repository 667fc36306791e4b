#pragma once

#include <boost/json/object.hpp>

namespace reviewd::openapi {

/// Every schema by name: the messages that endpoints take and give, their lists, and the small objects around them.
[[nodiscard]] boost::json::object schemas();

/// The rules in force, as `GET /v1/law` gives them.
[[nodiscard]] boost::json::object law_schema();
/// The holidays, as `GET /v1/calendars/england-and-wales` gives them.
[[nodiscard]] boost::json::object calendar_schema();
/// Meetings and what is recorded in them, added to `schemas`, which has the entries of cases.
void add_meeting_schemas(boost::json::object& schemas);
void add_programme_schemas(boost::json::object& schemas);
/// What has to do with tokens and the practice day, added to `schemas`.
void add_access_schemas(boost::json::object& schemas);
/// Who has seen what, and what was opened in an emergency.
void add_seen_schemas(boost::json::object& schemas);
/// What has to do with documents, added to `schemas`.
void add_document_schemas(boost::json::object& schemas);
/// What is found and listed besides cases, added to `schemas`.
void add_find_schemas(boost::json::object& schemas);
/// What has to do with drafts, added to `schemas`.
void add_draft_schemas(boost::json::object& schemas);
void add_contact_schemas(boost::json::object& schemas);
void add_figure_schemas(boost::json::object& schemas);
void add_audit_schemas(boost::json::object& schemas);
void add_product_schemas(boost::json::object& schemas);
void add_letter_schemas(boost::json::object& schemas);
void add_alert_schemas(boost::json::object& schemas);
void add_notice_schemas(boost::json::object& schemas);
/// What has to do with webhooks, and the events that they are sent.
void add_webhook_schemas(boost::json::object& schemas);
/// The events themselves: the section `webhooks` of the document.
[[nodiscard]] boost::json::object webhooks();
void add_publication_schemas(boost::json::object& schemas);
/// What holds reports, and until when.
void add_proceedings_schemas(boost::json::object& schemas);
void add_rehearsal_schemas(boost::json::object& schemas);
/// What has to do with a spreadsheet of past cases.
void add_past_schemas(boost::json::object& schemas);
/// Merged chronologies and agencies' tables, added to `schemas`, which has those of spreadsheets of past cases.
void add_chronology_schemas(boost::json::object& schemas);
void add_embargo_schemas(boost::json::object& schemas);
/// Of findings over all cases, and of themes that are suggested.
void add_learning_schemas(boost::json::object& schemas);
/// The registers of actions and recommendations, added to `schemas`, which has those of a case.
void add_action_schemas(boost::json::object& schemas);
/// Of surveys, and of whether practice is different since something was learned.
void add_evidence_schemas(boost::json::object& schemas);
/// What was recommended before, and what became of it.
void add_earlier_schemas(boost::json::object& schemas);
/// Of what needs a second person, of settings and days off, and of scrutiny.
void add_administration_schemas(boost::json::object& schemas);
/// What takes two people with cases: exports and erasures, added to `schemas`.
void add_two_people_schemas(boost::json::object& schemas);
/// What has to do with the log and its file, added to `schemas`.
void add_store_schemas(boost::json::object& schemas);

}  // namespace reviewd::openapi
