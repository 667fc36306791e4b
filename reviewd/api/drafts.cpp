#include "libreview/registers/drafts.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include "libreview/base/refuse_at.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/base/now.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::refuse_at;
using review::Right;

json::object head(const review::Draft& draft) {
  json::object out{{"draft", draft.draft},
                   {"kind", draft.kind},
                   {"created", draft.made},
                   {"changed", draft.changed},
                   {"expires", draft.expires}};
  if (!draft.case_id.empty()) out["case"] = draft.case_id;
  if (!draft.became.empty()) out["became"] = draft.became;
  return out;
}

json::object whole(const review::Draft& draft) {
  auto out = head(draft);
  out["values"] = json::parse(draft.values);
  return out;
}

/// A draft of a case that the writer may no longer see is as if it were not there. To look is not to read the case.
bool reaches(Call& call, const std::string& case_id) {
  return case_id.empty() || call.storage.views().find_for(call.reader, case_id, call.moment.today).has_value();
}

bool reaches(Call& call, const review::Draft& draft) {
  return reaches(call, draft.case_id) && reaches(call, draft.became);
}

review::Refusal no_draft() { return {Code::not_found, "There is no draft of that name, or none that is yours."}; }

std::optional<review::Draft> found(Call& call) {
  auto draft = call.storage.drafts().find(call.path("draft"), call.reader.person, now(std::nullopt).now);
  if (draft && !reaches(call, *draft)) return std::nullopt;
  return draft;
}

/// The texts that were typed, as they are kept.
review::Result<std::string> values_of(const json::value& given) {
  const auto* object = given.if_object();
  if (object == nullptr) return refuse_at(Code::wrong_type, "The values are an object.", "/values");
  for (const auto& [name, texts] : *object) {
    const auto* list = texts.if_array();
    const bool good =
        list != nullptr && std::all_of(list->begin(), list->end(), [](const auto& one) { return one.is_string(); });
    if (!good) return refuse_at(Code::wrong_type, "What was typed is a list of texts.", "/values");
  }
  return json::serialize(*object);
}

struct Wanted {
  std::string kind;
  std::string case_id;
  std::string became;
  std::optional<std::string> values;
};

review::Result<Wanted> wanted(const Call& call, bool begins) {
  const auto body = json_body(call);
  if (!body) return review::refuse(body.error());
  const auto* object = body->if_object();
  if (object == nullptr) return review::refuse(Code::wrong_type, "Send an object.");
  Wanted wish;
  for (const auto& [key, value] : *object) {
    const std::string name(std::string_view{key});
    auto* place = begins && name == "kind"      ? &wish.kind
                  : begins && name == "case"    ? &wish.case_id
                  : !begins && name == "became" ? &wish.became
                                                : nullptr;
    if (name == "values") {
      auto values = values_of(value);
      if (!values) return review::refuse(values.error());
      wish.values = std::move(*values);
    } else if (place == nullptr) {
      return refuse_at(Code::unknown_field, "There is no field of this name here.", review::pointer_to(name));
    } else if (!value.is_string()) {
      return refuse_at(Code::wrong_type, name + " is text.", review::pointer_to(name));
    } else {
      *place = std::string(value.get_string());
    }
  }
  return wish;
}

Response list_drafts(Call& call) {
  json::array drafts;
  for (const auto& draft : call.storage.drafts().list(call.reader.person, now(std::nullopt).now)) {
    if (reaches(call, draft)) drafts.push_back(head(draft));
  }
  return json_answer(200, json::object{{"drafts", drafts}, {"nextPageToken", ""}});
}

Response begin_draft(Call& call) {
  const auto wish = wanted(call, true);
  if (!wish) return refused(call, wish.error());
  const auto* kind = review::find_kind(wish->kind);
  if (kind == nullptr) return refused(call, Code::not_a_choice, "There is no kind of this name.", "/kind");
  if (!reaches(call, wish->case_id)) {
    return refused(call, Code::malformed, "There is no case of this reference that you may see.", "/case");
  }
  const auto draft = call.storage.drafts().begin(call.reader.person, kind->json, wish->case_id,
                                                 wish->values.value_or("{}"), now(std::nullopt).now);
  if (!draft) return refused(call, draft.error());
  auto response = json_answer(201, whole(*draft));
  response.headers.emplace_back("Location", "/v1/drafts/" + draft->draft);
  return response;
}

Response get_draft(Call& call) {
  const auto draft = found(call);
  return draft ? json_answer(200, whole(*draft)) : refused(call, no_draft());
}

Response keep_draft(Call& call) {
  const auto wish = wanted(call, false);
  if (!wish) return refused(call, wish.error());
  if (!found(call)) return refused(call, no_draft());
  auto& drafts = call.storage.drafts();
  const auto at = now(std::nullopt).now;
  if (!wish->became.empty()) {
    if (!reaches(call, wish->became)) {
      return refused(call, Code::malformed, "There is no case of this reference that you may see.", "/became");
    }
    const auto done = drafts.recorded(call.path("draft"), call.reader.person, wish->became, at);
    return done ? json_answer(200, whole(*done)) : refused(call, done.error());
  }
  if (!wish->values) return refused(call, Code::missing_field, "Give values, or what it became.", "/values");
  const auto kept = drafts.keep(call.path("draft"), call.reader.person, *wish->values, at);
  return kept ? json_answer(200, whole(*kept)) : refused(call, kept.error());
}

Response discard_draft(Call& call) {
  if (!found(call)) return refused(call, no_draft());
  const auto gone = call.storage.drafts().discard(call.path("draft"), call.reader.person, now(std::nullopt).now);
  return gone ? json_answer(200, head(*gone)) : refused(call, gone.error());
}

}  // namespace

std::vector<Endpoint> draft_endpoints() {
  const std::vector<Right> writers = {Right::record, Right::decide};
  return {
      {"GET",
       "/v1/drafts",
       "listDrafts",
       "Your drafts, without what was typed",
       writers,
       Use::read,
       {},
       "",
       "DraftList",
       200,
       list_drafts},
      {"POST",
       "/v1/drafts",
       "beginDraft",
       "Begins a draft of an entry, for you alone",
       writers,
       Use::write,
       {},
       "DraftWish",
       "Draft",
       201,
       begin_draft},
      {"GET",
       "/v1/drafts/{draft}",
       "getDraft",
       "One of your drafts",
       writers,
       Use::read,
       {},
       "",
       "Draft",
       200,
       get_draft},
      {"POST",
       "/v1/drafts/{draft}",
       "keepDraft",
       "Keeps what was typed, or says which case it became",
       writers,
       Use::write,
       {},
       "DraftChange",
       "Draft",
       200,
       keep_draft},
      {"POST",
       "/v1/drafts/{draft}:discard",
       "discardDraft",
       "Throws a draft away",
       writers,
       Use::write,
       {},
       "",
       "DraftHead",
       200,
       discard_draft},
  };
}

}  // namespace reviewd
