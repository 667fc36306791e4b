#include "reviewd/settings/in_force.hpp"

#include <charconv>

#include "libreview/law/bank_holidays.hpp"
#include "libreview/law/england.hpp"
#include "libreview/store/digest.hpp"
#include "reviewd/settings/fingerprint.hpp"
#include "reviewd/settings/settled_closures.hpp"

namespace reviewd {
namespace {

using review::refuse;
using review::Result;

std::string settled_text(const Settled& settled, std::string_view name) {
  const auto found = settled.find(name);
  return found == settled.end() ? std::string() : found->second;
}

Result<review::RuleBook> law_of(const GivenRules& given, const Settled& settled) {
  const auto own = settled_text(settled, "overlay-law");
  if (!own.empty()) return review::england(review::LawText{"the partnership's own rules", own});
  if (given.overlay.empty()) return review::england();
  return review::england(review::LawText{given.overlay_name, given.overlay});
}

std::string days_off_digest(const review::Calendar& calendar) {
  auto days = calendar.first().iso() + " " + calendar.last().iso();
  for (const auto& day : calendar.holidays()) days += "\n" + day.date.iso() + " " + day.kind + " " + day.name;
  return digest_told(days);
}

review::RuleBook with_settled(review::RuleBook law, const Settled& settled) {
  const auto& partnership = law.partnership();
  const auto name = settled_text(settled, "partnership-name");
  const auto sign = bodies_in(settled_text(settled, "sign-off-bodies"));
  const auto of_quorum = bodies_in(settled_text(settled, "quorum-bodies"));
  const auto count = settled_text(settled, "quorum");
  auto quorum = partnership.quorum;
  std::from_chars(count.data(), count.data() + count.size(), quorum);
  return law.with_bodies(name.empty() ? partnership.name : name, sign.empty() ? partnership.sign_off_bodies : sign,
                         quorum, of_quorum.empty() ? partnership.quorum_bodies : of_quorum);
}

}  // namespace

std::vector<std::string> bodies_in(const std::string& text) {
  std::vector<std::string> bodies;
  std::string body;
  for (const char c : text + ",") {
    if (c != ',' && c != '\n' && c != ' ' && c != '\t') {
      body += c;
    } else if (!body.empty()) {
      bodies.push_back(std::move(body));
      body.clear();
    }
  }
  return bodies;
}

std::string digest_told(std::string_view of) {
  constexpr std::size_t digits = 12;
  return review::to_hex(review::sha256({of})).substr(0, digits);
}

std::string rules_digest(const GivenRules& given, const Settled& settled) {
  const auto own = settled_text(settled, "overlay-law");
  return digest_told(given.law + "\n" + (own.empty() ? given.overlay : own));
}

Result<InForce> in_force(const Config& config, const Settled& settled) {
  auto all = in_force(given_rules(config), settled);
  if (!all) return all;
  auto mark = fingerprint(config);
  const auto overlay = settled_text(settled, "overlay-law");
  const auto own = settled_text(settled, closures_setting);
  if (!overlay.empty() || !own.empty()) mark = review::to_hex(review::sha256({mark, overlay, "\n", own}));
  all->fingerprint = std::move(mark);
  return all;
}

Result<InForce> in_force(const GivenRules& given, const Settled& settled) {
  auto law = law_of(given, settled);
  if (!law) return refuse(law.error());
  const auto own = settled_text(settled, closures_setting);
  const auto closures = settled_closures(own);
  if (!closures) return refuse(closures.error());
  const auto bank_holidays = review::read_calendar(given.holidays);
  if (!bank_holidays) return refuse(bank_holidays.error());
  auto calendar = bank_holidays->with_holidays(holidays_among(*closures));
  if (!given.closures.empty()) {
    const auto listed = review::read_closures(given.closures);
    if (!listed) return refuse(listed.error());
    calendar = calendar.with_closures(*listed);
  }
  calendar = calendar.with_closures(law->partnership().closures).with_closures(closures_among(*closures));
  auto here = given_rules({});
  const RulesStamp stamp{
      digest_told(here.program),
      rules_digest({.program = {}, .law = here.law, .holidays = {}, .overlay = given.overlay}, settled),
      days_off_digest(calendar)};
  return InForce{with_settled(std::move(*law), settled), std::move(calendar), {}, stamp};
}

}  // namespace reviewd
