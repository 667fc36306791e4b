#include <boost/json/serialize.hpp>
#include <charconv>

#include "libreview/access/entry_access.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/form/drafts.hpp"
#include "reviewd/web/form/form_choice.hpp"
#include "reviewd/web/form/form_entry.hpp"
#include "reviewd/web/form/form_page.hpp"
#include "reviewd/web/form/form_seed.hpp"
#include "reviewd/web/form/take_registers.hpp"
#include "reviewd/web/form/take_up_referral.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/form_key.hpp"
#include "reviewd/web/frame/plain_refusals.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// More than any form has; each is looked at several times.
constexpr std::size_t most_inputs = 2000;

/// The sort of record that the address is of.
std::string_view sort_of_page(const PageCall& call) {
  return call.request.path.starts_with("/programmes/") ? "programme" : "case";
}

/// The kind that the address names, if a form of it can be shown there.
const review::Kind* kind_of_address(const PageCall& call) {
  const auto* kind = review::find_kind(call.path("kind"));
  if (kind == nullptr || kind->json != call.path("kind") || !kind->is_of(sort_of_page(call))) return nullptr;
  return call.record().empty() && !kind->opens_case ? nullptr : kind;
}

bool may_record(const PageCall& call) {
  return call.visitor.reader.may(review::Right::record) || call.visitor.reader.may(review::Right::decide);
}

Response show(PageCall& call) {
  const auto* kind = kind_of_address(call);
  if (kind == nullptr) return no_such_page(call);
  if (!review::records_kind(call.visitor.reader, kind->name)) return not_allowed(call);
  EntryForm form{call, *kind, call.record(), Typed(call.request.parameters), "", new_form_key()};
  form.takes_up = call.request.parameter("takesUp").value_or("");
  if (auto draft = draft_called(call, call.request.parameter("draft").value_or(""))) {
    if (draft->kind != kind->json || draft->case_id != form.case_id || !draft->became.empty())
      return no_such_page(call);
    form.draft = draft->id;
    form.typed = std::move(draft->typed);
    form.takes_up = std::move(draft->takes_up);
    return form_page(form);
  }
  if (kind->name == "entry-corrected") {
    const auto wrong = form.typed.first("entryCorrected.entry");
    if (wrong.empty()) return choose_entry_page(form);
    const auto found = ask(call, {"GET", "/v1" + record_address(form.case_id) + "/entries/" + percent_encoded(wrong)});
    if (!found.good()) return refused_page(call, found.status, found.json);
    seed_replacement(form.typed, found.json);
  }
  if (!form.takes_up.empty() && !seed_from_referral(call, form.takes_up, *kind, form.typed)) return no_such_page(call);
  return first_form_page(std::move(form));
}

/// The form that was sent; its kind is the one that the address names.
EntryForm form_sent(const PageCall& call, const review::Kind& kind, const NameValues& values) {
  return {call,
          kind,
          call.record(),
          Typed(values),
          value_of(values, "version"),
          value_of(values, "key"),
          value_of(values, "draft"),
          false,
          false,
          value_of(values, "takesUp")};
}

/// Keeps the answers for later.
ApiAnswer keep(const EntryForm& form) {
  return save_draft(form.call, {form.draft, form.kind.json, form.case_id, {}, {}, {}, form.typed, form.takes_up});
}

/// The script keeps the answers while somebody types: it wants the name of the draft alone.
Response kept_quietly(const ApiAnswer& kept) {
  return {kept.good() ? 200 : kept.status, "application/json",
          json::serialize(json::object{{"draft", text_in(kept.json, "draft")}})};
}

Response kept_for_later(const EntryForm& form, const ApiAnswer& kept) {
  if (!kept.good()) return form_page(form, kept.status, kept.json);
  form.call.storage.presence().left(form.call.visitor.person, form.case_id);
  return see_other(form.opens_case() ? "/?saved=yes" : record_address(form.case_id) + "?saved=yes");
}

/// Somebody's session was over when the form came: what was typed waits for the same person.
std::string keep_typed(PageCall& call) {
  const auto* kind = kind_of_address(call);
  const auto values = form_values(call.request.body);
  if (kind == nullptr || !values || values->size() > most_inputs) return {};
  const auto kept = keep(form_sent(call, *kind, *values));
  return kept.good() ? "/drafts/" + text_in(kept.json, "draft") : std::string();
}

/// `children-1` of a list is item 1: `incidentLogged.children.1`.
void take_away(Typed& typed, const std::string& item) {
  const auto dot = item.rfind('.');
  if (dot == std::string::npos) return;
  int index = -1;
  const auto* const end = item.data() + item.size();
  const auto [stopped, error] = std::from_chars(item.data() + dot + 1, end, index);
  if (error == std::errc() && stopped == end) typed.remove_item(item.substr(0, dot), index);
}

Asking asking_of(const EntryForm& form, bool record) {
  Offers names;
  take_registers(form.call, names);
  Asking asking{
      "POST",
      form.opens_case() ? "/v1/" + std::string(form.sort()) + "s" : "/v1" + record_address(form.case_id) + "/entries",
      json::serialize(entry_of(form.typed, form.kind, names)),
      {}};
  if (!form.version.empty()) asking.headers.emplace_back("If-Match", "\"" + form.version + "\"");
  if (record) {
    asking.headers.emplace_back("Idempotency-Key", form.key);
  } else {
    asking.target += "?validateOnly=true";
  }
  return asking;
}

Response answered(const EntryForm& form, const ApiAnswer& answer, bool record) {
  if (answer.good()) {
    if (!record) return preview_page(form, answer.json);
    const auto id = form.opens_case() ? record_in(answer.json) : form.case_id;
    draft_recorded(form.call, form.draft, id);
    form.call.storage.presence().left(form.call.visitor.person, id);
    if (auto told = tell_referral(form.call, form.takes_up, id, form.key); !told.good())
      return refused_page(form.call, told.status, told.json);
    if (form.kind.json == "incidentLogged") return see_other("/cases/" + percent_encoded(id) + "/logged");
    const auto entry = form.opens_case() ? std::string() : text_in(answer.json, "entry");
    return see_other(record_address(id) + (entry.empty() ? "" : "?recorded=" + percent_encoded(entry)));
  }
  switch (answer.status) {
    case 412:
      return stale_page(form);
    case 400:
    case 409:
    case 413:
      return form_page(form, answer.status, answer.json);
    case 422:
      return form_page(form, answer.status,
                       json::object{{"detail",
                                     "This form was recorded already, with other answers. Look at the case, "
                                     "and begin again if something is missing."}});
    default:
      return refused_page(form.call, answer.status, answer.json);
  }
}

Response take(PageCall& call) {
  const auto* kind = kind_of_address(call);
  const auto values = form_values(call.request.body);
  if (kind == nullptr || !values) return no_such_page(call);
  if (!review::records_kind(call.visitor.reader, kind->name)) return not_allowed(call);
  if (values->size() > most_inputs) {
    return refused_page(call, 413, json::object{{"detail", "This form is too long. Record it in several updates."}});
  }
  auto form = form_sent(call, *kind, *values);
  const auto add = value_of(*values, "add");
  const auto remove = value_of(*values, "remove");
  const auto wanted = value_of(*values, "do");
  if (wanted == "quietly") return kept_quietly(keep(form));
  if (wanted == "later") return kept_for_later(form, keep(form));
  if (!add.empty()) form.typed.add_item(add);
  if (!remove.empty()) take_away(form.typed, remove);
  form.suggests = wanted == "suggest";
  form.finds_earlier = wanted == "earlier";
  const bool again = wanted == "change" || wanted == "advice" || form.suggests || form.finds_earlier;
  if (!add.empty() || !remove.empty() || again) return form_page(form);
  form.typed.drop_empty_items();
  const bool record = wanted == "record";
  return answered(form, ask(call, asking_of(form, record)), record);
}

Response choose(PageCall& call) { return may_record(call) ? choose_page(call) : not_allowed(call); }
Response choose_opening(PageCall& call) { return may_record(call) ? choose_opening_page(call) : not_allowed(call); }

}  // namespace

std::vector<Page> entry_forms() {
  return {{"GET", "/cases/{case}/add", "chooseEntry", Use::read, choose},
          {"GET", "/cases/{case}/add/{kind}", "entryForm", Use::read, show},
          {"POST", "/cases/{case}/add/{kind}", "recordEntry", Use::write, take, false, keep_typed},
          {"GET", "/programmes/{programme}/add", "chooseProgrammeEntry", Use::read, choose},
          {"GET", "/programmes/{programme}/add/{kind}", "programmeEntryForm", Use::read, show},
          {"POST", "/programmes/{programme}/add/{kind}", "recordProgrammeEntry", Use::write, take, false, keep_typed},
          {"GET", "/programmes/open/{kind}", "openProgrammeForm", Use::read, show},
          {"POST", "/programmes/open/{kind}", "recordProgrammeOpening", Use::write, take, false, keep_typed},
          {"GET", "/cases/log", "chooseOpening", Use::read, choose_opening},
          {"GET", "/cases/log/{kind}", "openingForm", Use::read, show},
          {"POST", "/cases/log/{kind}", "recordOpening", Use::write, take, false, keep_typed}};
}

}  // namespace reviewd
