#include "reviewd/act/act.hpp"

#include <algorithm>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <optional>

#include "libreview/vocabulary/parse_json.hpp"
#include "libreview/vocabulary/record_name.hpp"

namespace reviewd {

namespace json = boost::json;

namespace {

/// Until when what was approved and is done later can be done; nothing where there is nothing to do.
std::optional<review::Instant> end_of(const review::Approval& approval) {
  const auto* act = find_act(approval.act);
  if (act == nullptr || act->life.count() == 0 || approval.outcome != "approved" || !approval.used.empty()) return {};
  const auto decided = review::parse_instant(approval.decided);
  if (!decided) return {};
  return *decided + act->life;
}

}  // namespace

const std::vector<Act>& acts() {
  static const std::vector<Act> all = {change_role_act(),     change_setting_act(), change_closures_act(),
                                       issue_token_act_row(), invite_act_row(),     reset_access_act_row(),
                                       add_webhook_act_row(), export_case_act(),    export_store_act(),
                                       erase_act(),           import_past_act_row()};
  return all;
}

const Act* find_act(std::string_view name) {
  const auto found = std::find_if(acts().begin(), acts().end(), [&](const Act& act) { return act.name == name; });
  return found == acts().end() ? nullptr : &*found;
}

bool may_decide(const Act& act, const review::Reader& reader) {
  return std::any_of(act.deciders.begin(), act.deciders.end(), [&](review::Right right) { return reader.may(right); });
}

std::string deciders_words(const Act& act) {
  std::string words;
  for (const auto role : review::roles()) {
    const bool decides =
        std::any_of(act.deciders.begin(), act.deciders.end(), [&](auto right) { return review::may(role, right); });
    if (decides) words += (words.empty() ? "" : ", ") + std::string(review::role_words(role));
  }
  return words;
}

std::string case_of(const review::Approval& approval) {
  return review::has_members(approval.subject) ? review::reference_of(approval.subject) : std::string();
}

std::string usable_until(const review::Approval& approval, review::Instant now) {
  const auto end = end_of(approval);
  return end && now < *end ? review::rfc3339(*end) : std::string();
}

bool has_lapsed(const review::Approval& approval, review::Instant now) {
  const auto end = end_of(approval);
  return end && now >= *end;
}

std::map<std::string, std::string> proposal_texts(const review::Approval& approval) {
  std::map<std::string, std::string> texts;
  const auto parsed = review::parse_json(approval.proposal);
  if (!parsed || !parsed->is_object()) return texts;
  for (const auto& [key, value] : parsed->get_object()) {
    if (value.is_string()) texts[std::string(key)] = std::string(value.get_string());
  }
  return texts;
}

std::string proposal_of(const std::map<std::string, std::string>& texts) {
  json::object object;
  for (const auto& [key, text] : texts) object[key] = text;
  return json::serialize(object);
}

}  // namespace reviewd
