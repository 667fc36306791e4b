#include "reviewd/web/form/form_page.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "libreview/access/disclose.hpp"
#include "libreview/base/refusal.hpp"
#include "libreview/vocabulary/record_name.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/form/form_advice.hpp"
#include "reviewd/web/form/form_rows.hpp"
#include "reviewd/web/form/form_seed.hpp"
#include "reviewd/web/form/put_earlier.hpp"
#include "reviewd/web/form/seed_product.hpp"
#include "reviewd/web/form/suggest_themes.hpp"
#include "reviewd/web/form/take_registers.hpp"
#include "reviewd/web/form/take_up_referral.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"
#include "reviewd/web/words/step_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

std::string record_api(const EntryForm& form) { return "/v1" + record_address(form.case_id); }

std::vector<std::string> overridable(int status, const json::value& problem) {
  const auto* row = review::find_code(text_in(problem, "code"));
  if (status != 409 || row == nullptr || !row->overridable) return {};
  return {std::string(row->name)};
}

/// Who else has a form of the case open. Whoever sees the form sees the case.
json::array others_here(const EntryForm& form) {
  json::array others;
  if (form.opens_case()) return others;
  const auto at = form.call.moment.now;
  auto& presence = form.call.storage.presence();
  for (const auto& one : presence.others(form.call.visitor.person, form.case_id, at)) {
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(at - one.at).count();
    const auto when = minutes < 1 ? "just now" : counted_words(static_cast<int>(minutes), "minute", "minutes") + " ago";
    others.push_back(json::object{{"who", name_words(one.person)}, {"when", when}});
  }
  presence.opened(form.call.visitor.person, form.case_id, form.kind.json, at);
  return others;
}

Response shown_form(const EntryForm& form, const FormCaseAnswer& answer, int status, const json::value& problem) {
  auto errors = problem.is_object() ? errors_of(problem) : std::vector<FormError>();
  for (auto& error : errors) {
    // The day of a decision is asked once, as the day on which it was made.
    if (form.kind.decision && error.path == "occurredOn" && form.typed.is_blank(error.path)) error.path = "decidedOn";
  }
  const auto set_aside = overridable(status, problem);
  auto made = form_rows({form.kind, form.typed, answer.of.offers, errors, set_aside, form.call.visitor.reader});
  const auto version =
      form.version.empty() && !form.opens_case() ? std::to_string(number_in(answer.of.shown, "version")) : form.version;
  json::array cites;
  for (const auto& cite : list_in(problem, "cites")) cites.push_back(json::object{{"cite", cite}});
  const bool wrong = !made.summary.empty();
  View view{{"title", form.title()},
            {"heading", form.title()},
            {"caption", form.caption()},
            {"back", !form.opens_case()      ? record_address(form.case_id) + "/add"
                     : form.sort() == "case" ? "/cases/log"
                                             : "/programmes"},
            {"action", form.address()},
            {"version", version},
            {"key", form.key},
            {"draft", form.draft},
            {"contentNote", describes_harm(form.kind)},
            {"others", others_here(form)},
            {"decision", form.kind.decision},
            {"rows", std::move(made.rows)},
            {"errors", std::move(made.summary)},
            {"hasErrors", wrong},
            {"cites", std::move(cites)}};
  put_referral(view, form.call, form.takes_up);
  auto advice = advice_on(form.kind, form.typed);
  view["takesAdvice"] = takes_advice(form.kind);
  view["hasAdvice"] = !advice.empty();
  view["advice"] = std::move(advice);
  put_earlier(view, form, answer.of.offers.known());
  return render(form.call, status, "form", std::move(view));
}

}  // namespace

bool describes_harm(const review::Kind& kind) {
  const auto& type = *kind.field->message_type();
  return type.FindFieldByName("harm") != nullptr || type.FindFieldByName("concern") != nullptr ||
         type.FindFieldByName("key_episodes") != nullptr;
}

std::string EntryForm::address() const {
  if (!opens_case()) return record_address(case_id) + "/add/" + kind.json;
  return (sort() == "case" ? "/cases/log/" : "/programmes/open/") + kind.json;
}

std::string_view EntryForm::sort() const {
  return opens_case() ? std::string_view(kind.records.front()) : review::sort_of(case_id).name;
}

std::string EntryForm::caption() const {
  return opens_case() ? fmt::format("New {}", sort()) : record_caption(case_id);
}

std::string EntryForm::title() const { return step_words(kind); }

json::array entries_of(const EntryForm& form) {
  json::array all;
  std::string token;
  do {
    const auto next = token.empty() ? "" : "&pageToken=" + percent_encoded(token);
    const auto page = ask(form.call, {"GET", record_api(form) + "/entries?pageSize=200" + next});
    const auto& entries = list_in(page.json, "entries");
    all.insert(all.end(), entries.begin(), entries.end());
    token = page.good() ? text_in(page.json, "nextPageToken") : std::string();
  } while (!token.empty());
  return all;
}

FormCaseAnswer case_for(const EntryForm& form) {
  FormCaseAnswer answer;
  take_registers(form.call, answer.of.offers);
  if (form.suggests) suggest_themes(form, answer.of.offers);
  if (form.kind.decision) answer.of.offers.take_law(ask(form.call, {"GET", "/v1/law"}).json, form.kind);
  if (form.opens_case()) return answer;
  auto found = ask(form.call, {"GET", record_api(form)});
  if (!found.good()) {
    answer.refused = found.status;
    answer.problem = std::move(found.json);
    return answer;
  }
  answer.of.shown = std::move(found.json);
  answer.of.offers.take_case(answer.of.shown);
  if (wants_entries(form.kind)) {
    answer.of.offers.take_entries(entries_of(form));
  }
  if (wants_audit(form.kind)) answer.of.offers.take_audit(ask(form.call, {"GET", record_api(form) + "/audit"}).json);
  if (wants_timetable(form.kind)) {
    answer.of.offers.take_timetable(ask(form.call, {"GET", record_api(form) + "/timetable"}).json);
  }
  return answer;
}

Response form_page(const EntryForm& form, int status, const json::value& problem) {
  const auto answer = case_for(form);
  if (answer.refused != 0) return refused_page(form.call, answer.refused, answer.problem);
  return shown_form(form, answer, status, problem);
}

Response first_form_page(EntryForm form) {
  const auto answer = case_for(form);
  if (answer.refused != 0) return refused_page(form.call, answer.refused, answer.problem);
  seed_only_offers(form.typed, form.kind, answer.of.offers);
  seed_points(form.typed, form.kind, answer.of.offers);
  seed_product(form, answer.of.shown, answer.of.offers);
  seed_day(form.typed, form.kind, form.call.moment.today.iso());
  const auto& reader = form.call.visitor.reader;
  if (!review::reads_incidents(reader.role)) seed_agency(form.typed, form.kind, reader.agency);
  seed_matter(form.typed, form.kind, text_in(answer.of.shown, "stage"));
  return shown_form(form, answer, 200, {});
}

}  // namespace reviewd
