#include "reviewd/web/form/take_up_referral.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <map>
#include <optional>
#include <utility>

#include "libreview/vocabulary/record_name.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

struct ReferralAt {
  std::string programme;
  std::string entry;
};

std::optional<ReferralAt> referral_at(const std::string& takes_up) {
  const auto slash = takes_up.find('/');
  if (slash == std::string::npos) return std::nullopt;
  ReferralAt at{takes_up.substr(0, slash), takes_up.substr(slash + 1)};
  if (at.entry.empty() || review::sort_of(at.programme).name != "programme") return std::nullopt;
  return at;
}

/// The fields that the words of a referral belong in, by what the case begins with.
const std::map<std::string_view, std::string>& words_go_to() {
  static const std::map<std::string_view, std::string> fields = {{"incidentLogged", "incidentLogged.summary"},
                                                                 {"learningReferred", "learningReferred.concern"}};
  return fields;
}

/// What was said in the referral, while it waits for its case; nothing where the visitor sees none that does.
std::optional<json::object> said_in_open(const PageCall& call, const std::string& takes_up) {
  const auto at = referral_at(takes_up);
  if (!at) return std::nullopt;
  const auto audit = ask(call, {"GET", "/v1" + record_address(at->programme) + "/audit"});
  if (!audit.good()) return std::nullopt;
  for (const auto& one : list_in(audit.json, "referrals")) {
    if (text_in(one, "entry") != at->entry) continue;
    return flag_in(one, "takenUp") ? std::nullopt : std::optional(object_in(one, "said"));
  }
  return std::nullopt;
}

}  // namespace

std::string referral_query(const std::string& takes_up) {
  return takes_up.empty() ? std::string() : "?takesUp=" + percent_encoded(takes_up);
}

std::string referral_address(const std::string& programme, const std::string& entry) {
  return "/cases/log" + referral_query(programme + "/" + entry);
}

bool can_take_up(const review::Kind& kind) { return words_go_to().contains(kind.json); }

bool is_open_referral(const PageCall& call, const std::string& takes_up) {
  return said_in_open(call, takes_up).has_value();
}

bool seed_from_referral(const PageCall& call, const std::string& takes_up, const review::Kind& kind, Typed& typed) {
  const auto field = words_go_to().find(kind.json);
  if (field == words_go_to().end()) return false;
  const auto said = said_in_open(call, takes_up);
  if (!said) return false;
  const auto reasons = text_in(*said, "reasons");
  if (!reasons.empty() && typed.is_blank(field->second)) typed.put(field->second, reasons);
  return true;
}

void put_referral(View& view, const PageCall& call, const std::string& takes_up) {
  const bool waits = !takes_up.empty() && is_open_referral(call, takes_up);
  view["takesUp"] = takes_up;
  view["fromReferral"] = waits;
  view["referralGone"] = !takes_up.empty() && !waits;
}

ApiAnswer tell_referral(const PageCall& call, const std::string& takes_up, const std::string& case_id,
                        const std::string& key) {
  if (takes_up.empty()) return {200, {}, {}};
  const auto at = referral_at(takes_up);
  ApiAnswer told{404, {}, {}};
  if (at) {
    const json::object taken{{"auditReferralTakenUp", json::object{{"referral", at->entry}, {"ofCase", case_id}}}};
    told = ask(call, {"POST",
                      "/v1" + record_address(at->programme) + "/entries",
                      json::serialize(taken),
                      {{"Idempotency-Key", key + "-referral"}}});
  }
  if (told.good()) return told;
  told.json = json::object{
      {"detail", fmt::format("{} was opened. The referral does not name it, because it has another case by now, or you "
                             "may not record in that programme. {}",
                             record_caption(case_id), text_in(told.json, "detail"))}};
  return told;
}

}  // namespace reviewd
