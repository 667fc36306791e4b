#include <fmt/format.h>

#include <boost/json/serialize.hpp>

#include "reviewd/http/percent.hpp"
#include "reviewd/settings/partnership_settings.hpp"
#include "reviewd/web/form/moves_section.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/register_of.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/form_typed.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/screen_words.hpp"
#include "reviewd/web/words/setting_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

const std::string settings = "/administration/settings";

std::string origin_words(const json::value& setting) {
  if (text_in(setting, "origin") == "CONFIGURATION") return "The usual value";
  return fmt::format("Settled here, approved by {}, {}", person_words(text_in(setting, "changedBy")),
                     instant_words(text_in(setting, "changed")));
}

bool may_propose(const PageCall& call) { return call.visitor.reader.may(review::Right::manage_settings); }

Response show_settings(PageCall& call) {
  const auto answer = ask(call, {"GET", "/v1/settings"});
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  const auto known = register_of(call);
  PlainTable table{"What holds now", {"Setting", "Value", "Where it comes from"}, {}};
  for (const auto& setting : list_in(answer.json, "settings")) {
    const auto name = text_in(setting, "setting");
    const auto* row = find_partnership_setting(name);
    if (row == nullptr) continue;
    table.rows.push_back({{text_in(setting, "title"), settings + "/" + percent_encoded(name)},
                          {setting_words(*row, text_in(setting, "value"))},
                          {origin_words(setting)}});
  }
  PlainPage page{"Settings of the partnership", "", "/administration"};
  page.sections.push_back({.paragraphs = {"One person proposes a change, another approves it. Then it is in force at "
                                          "once. What is settled here takes the place of the usual value."},
                           .table = std::move(table)});
  page.sections.push_back(
      {.heading = "Days off", .links = {{"Closure days and new bank holidays", "/administration/closures"}}});
  return sections_page(call, page);
}

PlainForm value_form(const PartnershipSetting& row, const std::string& value) {
  const bool on_off = row.name == "content-notes";
  const auto sort = row.is_long ? Question::Sort::area : on_off ? Question::Sort::choice : Question::Sort::line;
  PlainForm form{settings + "/" + std::string(row.name), {}, {{"preview", "Continue"}}, {}};
  form.questions = {{"value",
                     std::string(row.title),
                     std::string(row.hint),
                     sort,
                     setting_to_type(row, value),
                     {{"on", "On"}, {"off", "Off"}},
                     row.is_long ? 25 : 5}};
  return form;
}

PlainTable history_of(const json::value& setting, const PartnershipSetting& row) {
  PlainTable table{"Values that were approved here, newest first", {"When", "Approved by", "Value"}, {}};
  const auto& all = list_in(setting, "history");
  for (auto at = all.rbegin(); at != all.rend(); ++at) {
    const auto value = text_in(*at, "value");
    const auto words = value.empty() ? "Taken back"
                       : row.is_long ? fmt::format("{} characters", value.size())
                                     : setting_words(row, value);
    table.rows.push_back(
        {{instant_words(text_in(*at, "changed"))}, {person_words(text_in(*at, "changedBy"))}, {words}});
  }
  return table;
}

Response setting_page(const PageCall& call, const std::string* typed, int status, const json::value& problem) {
  const auto* row = find_partnership_setting(call.path("setting"));
  if (row == nullptr) return refused_page(call, 404, {});
  const auto answer = ask(call, {"GET", "/v1/settings/" + std::string(row->name)});
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  const auto value = text_in(answer.json, "value");
  const auto known = register_of(call);
  auto form = value_form(*row, typed == nullptr ? value : *typed);
  PlainPage page{std::string(row->title), "Setting", settings, "Back to settings"};
  if (problem.is_object()) page.faults = faults_of(problem, form.questions);
  Section now{.facts = {{"Where it comes from", origin_words(answer.json)}}};
  if (!row->is_long || !may_propose(call)) now.facts.emplace(now.facts.begin(), "Now", setting_words(*row, value));
  page.sections.push_back(std::move(now));
  if (may_propose(call)) {
    page.sections.push_back({.heading = "Propose another value",
                             .paragraphs = {"Leave it empty to go back to the usual value. The next "
                                            "page shows which open deadlines would move."},
                             .form = std::move(form)});
  }
  page.sections.push_back({.table = history_of(answer.json, *row)});
  return sections_page(call, page, status);
}

Response show_setting(PageCall& call) { return setting_page(call, nullptr, 200, {}); }

Response check_page(const PageCall& call, const PartnershipSetting& row, const json::value& preview,
                    const std::string& reason, int status, const json::value& problem) {
  const auto value = text_in(preview, "value");
  PlainForm form{settings + "/" + std::string(row.name), {}, {{"propose", "Propose"}}, {{"value", value}}};
  form.questions = {{"reason", "Why?", "The other person decides on this", Question::Sort::area, reason, {}, 3}};
  PlainPage page{"Check before you propose", std::string(row.title), settings + "/" + std::string(row.name), "Back"};
  if (problem.is_object()) page.faults = faults_of(problem, form.questions);
  page.sections.push_back({.facts = {{"New value", value.empty() ? "The usual value" : setting_words(row, value)}}});
  // The hours of emails move no deadline, whoever asks.
  if (row.name != "reminder-hours") page.sections.push_back(moves_section(preview.at("moves"), register_of(call)));
  page.sections.push_back(
      {.paragraphs = {"Another person has to approve it. Until then nothing changes."}, .form = std::move(form)});
  return sections_page(call, page, status);
}

Response take_setting(PageCall& call) {
  const auto typed = form_values(call.request.body).value_or(NameValues());
  const auto* row = find_partnership_setting(call.path("setting"));
  if (row == nullptr) return refused_page(call, 404, {});
  const auto address = "/v1/settings/" + std::string(row->name);
  const auto value = setting_typed(*row, value_of(typed, "value"));
  const auto reason = typed_text(value_of(typed, "reason"));
  const auto preview = ask(call, {"POST", address + ":preview", json::serialize(json::object{{"value", value}})});
  if (preview.status == 400 || preview.status == 409) {
    return setting_page(call, &value, preview.status, preview.json);
  }
  if (!preview.good()) return refused_page(call, preview.status, preview.json);
  if (value_of(typed, "do") != "propose") return check_page(call, *row, preview.json, reason, 200, {});
  const json::object wish{{"value", value}, {"reason", reason}};
  const auto made = ask(call, {"POST", address + ":propose", json::serialize(wish)});
  if (made.status == 400 || made.status == 409) {
    return check_page(call, *row, preview.json, reason, made.status, made.json);
  }
  if (!made.good()) return refused_page(call, made.status, made.json);
  return see_other("/administration/approvals/" + percent_encoded(text_in(made.json, "approval")));
}

}  // namespace

std::vector<Page> setting_pages() {
  return {{"GET", settings, "settingsPage", Use::read, show_settings},
          {"GET", settings + "/{setting}", "settingPage", Use::read, show_setting},
          {"POST", settings + "/{setting}", "proposeSettingPage", Use::write, take_setting}};
}

}  // namespace reviewd
