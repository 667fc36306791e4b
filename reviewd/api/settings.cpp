#include <boost/json/array.hpp>

#include "libreview/base/refuse_at.hpp"
#include "reviewd/act/act.hpp"
#include "reviewd/api/approval_json.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/json_fields.hpp"
#include "reviewd/settings/partnership_settings.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Right;

/// What holds under everything that was settled but the settings themselves: the base that they stand on.
review::Result<InForce> base_of(Storage& storage, const Settled& settled) {
  Settled rules;
  if (const auto own = settled.find("overlay-law"); own != settled.end()) rules.insert(*own);
  return in_force(storage.config(), rules);
}

json::object write(Storage& storage, const PartnershipSetting& setting, const Settled& settled, const InForce& base) {
  const auto own = settled.find(setting.name);
  json::object out{
      {"setting", setting.name},
      {"title", setting.title},
      {"value", own == settled.end() ? unsettled_value(setting.name, storage.config(), base) : own->second},
      {"origin", own == settled.end() ? "CONFIGURATION" : "SERVICE"}};
  const auto changes = storage.settings().history(setting.name);
  if (!changes.empty()) {
    out["changed"] = changes.back().time;
    out["changedBy"] = "people/" + changes.back().actor;
  }
  return out;
}

Response list_settings(Call& call) {
  const auto settled = call.storage.settled();
  const auto base = base_of(call.storage, settled);
  if (!base) return refused(call, base.error());
  json::array settings;
  for (const auto& setting : partnership_settings()) {
    settings.push_back(write(call.storage, setting, settled, *base));
  }
  return json_answer(200, json::object{{"settings", settings}, {"nextPageToken", ""}});
}

Response no_setting(const Call& call) {
  return refused(call, review::Refusal{review::Code::not_found, "There is no setting of this name."});
}

Response get_setting(Call& call) {
  const auto* setting = find_partnership_setting(call.path("setting"));
  if (setting == nullptr) return no_setting(call);
  const auto settled = call.storage.settled();
  const auto base = base_of(call.storage, settled);
  if (!base) return refused(call, base.error());
  auto out = write(call.storage, *setting, settled, *base);
  json::array history;
  for (const auto& change : call.storage.settings().history(setting->name)) {
    history.push_back(
        json::object{{"value", change.value}, {"changedBy", "people/" + change.actor}, {"changed", change.time}});
  }
  out["history"] = std::move(history);
  return json_answer(200, out);
}

/// A value that was sent, tidied, with what would be in force.
struct Wished {
  std::string value;
  InForce after;
};

review::Result<Wished> wished(Call& call, const PartnershipSetting& setting, const std::string& text) {
  auto value = setting.tidy(text);
  if (!value) return review::refuse_at(value.error(), "/value");
  auto settled = call.storage.settled();
  settled.erase(std::string(setting.name));
  if (!value->empty()) settled[std::string(setting.name)] = *value;
  auto after = checked_in_force(call.storage.config(), settled);
  if (!after) return review::refuse(after.error());
  return Wished{std::move(*value), std::move(*after)};
}

Response preview_setting(Call& call) {
  const auto* setting = find_partnership_setting(call.path("setting"));
  if (setting == nullptr) return no_setting(call);
  const auto fields = json_fields(call, {.present = {"value"}});
  if (!fields) return refused(call, fields.error());
  const auto wish = wished(call, *setting, fields->text("value"));
  if (!wish) return refused(call, wish.error());
  return json_answer(200, json::object{{"value", wish->value}, {"moves", moves_json(call, wish->after)}});
}

Response propose_setting(Call& call) {
  const auto* setting = find_partnership_setting(call.path("setting"));
  if (setting == nullptr) return no_setting(call);
  const auto fields = json_fields(call, {.present = {"value", "reason"}});
  if (!fields) return refused(call, fields.error());
  const auto wish = wished(call, *setting, fields->text("value"));
  if (!wish) return refused(call, wish.error());
  return propose(call, {"change-setting", "settings/" + std::string(setting->name),
                        proposal_of({{"value", wish->value}}), fields->text("reason"), call.reader.person});
}

}  // namespace

std::vector<Endpoint> setting_endpoints() {
  return {
      {"GET",
       "/v1/settings",
       "listSettings",
       "What the partnership settles for itself, and where each value comes from",
       {Right::manage_settings, Right::approve_settings},
       Use::read,
       {},
       "",
       "SettingList",
       200,
       list_settings},
      {"GET",
       "/v1/settings/{setting}",
       "getSetting",
       "One setting with every value that it was given",
       {Right::manage_settings, Right::approve_settings},
       Use::read,
       {},
       "",
       "Setting",
       200,
       get_setting},
      {"POST",
       "/v1/settings/{setting}:preview",
       "previewSetting",
       "Checks a value, and says which open deadlines it would move; changes nothing",
       {Right::manage_settings, Right::approve_settings},
       Use::read,
       {},
       "SettingValue",
       "SettingPreview",
       200,
       preview_setting},
      {"POST",
       "/v1/settings/{setting}:propose",
       "proposeSetting",
       "Proposes a value; it is in force at once when another person approves",
       {Right::manage_settings},
       Use::write,
       {},
       "SettingWish",
       "Approval",
       201,
       propose_setting},
  };
}

}  // namespace reviewd
