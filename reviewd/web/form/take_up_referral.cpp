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

}  // namespace

std::string referral_address(const std::string& programme, const std::string& entry) {
  return "/cases/log?takesUp=" + percent_encoded(programme + "/" + entry);
}

bool seed_from_referral(EntryForm& form) {
  // The fields that the words of a referral belong in, by what the case begins with.
  static const std::map<std::string_view, std::string> words = {{"incidentLogged", "incidentLogged.summary"},
                                                                {"learningReferred", "learningReferred.concern"}};
  const auto at = referral_at(form.takes_up);
  const auto field = words.find(form.kind.json);
  if (!at || field == words.end()) return false;
  const auto audit = ask(form.call, {"GET", "/v1" + record_address(at->programme) + "/audit"});
  if (!audit.good()) return false;
  for (const auto& one : list_in(audit.json, "referrals")) {
    if (text_in(one, "entry") != at->entry) continue;
    const json::value said = object_in(one, "said");
    if (flag_in(one, "takenUp")) return false;
    const auto reasons = text_in(said, "reasons");
    if (!reasons.empty() && form.typed.is_blank(field->second)) form.typed.put(field->second, reasons);
    return true;
  }
  return false;
}

ApiAnswer tell_referral(const EntryForm& form, const std::string& case_id) {
  if (form.takes_up.empty()) return {200, {}, {}};
  const auto at = referral_at(form.takes_up);
  ApiAnswer told{404, {}, {}};
  if (at) {
    const json::object taken{{"auditReferralTakenUp", json::object{{"referral", at->entry}, {"ofCase", case_id}}}};
    told = ask(form.call, {"POST",
                           "/v1" + record_address(at->programme) + "/entries",
                           json::serialize(taken),
                           {{"Idempotency-Key", form.key + "-referral"}}});
  }
  if (told.good()) return told;
  told.json = json::object{
      {"detail", fmt::format("{} was opened. The referral does not name it, because it has another case by now, or you "
                             "may not record in that programme. {}",
                             record_caption(case_id), text_in(told.json, "detail"))}};
  return told;
}

}  // namespace reviewd
