#include <boost/json/array.hpp>
#include <set>

#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/form_offers.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// What is offered under its words; under its name, written out, where it has none that the reader may read.
Offer offer_of(const std::string& name, const std::string& words) {
  return {name, words.empty() ? name_words(name) : words};
}

}  // namespace

void Offers::take_audit_templates(const json::value& law) {
  std::set<std::string> known;
  for (const auto& one : list_in(law, "auditTemplates")) {
    by_sort_["audit-template"].push_back(offer_of(text_in(one, "template"), text_in(one, "title")));
    for (const auto& version : list_in(one, "versions")) {
      for (const auto& line : list_in(version, "lines")) {
        for (const auto& standard : list_in(line, "standards")) {
          const auto name = text_in(standard, "standard");
          if (known.insert(name).second)
            by_sort_["template-standard"].push_back(offer_of(name, text_in(standard, "text")));
        }
      }
    }
  }
}

void Offers::take_audit(const json::value& audit) {
  const json::value design = object_in(audit, "design");
  const json::value said = object_in(design, "said");
  for (const auto& one : list_in(said, "priorities"))
    by_sort_["audit-priority"].push_back(offer_of(text_in(one, "id"), text_in(one, "title")));
  for (const auto& one : list_in(said, "criteria"))
    by_sort_["audit-criterion"].push_back(offer_of(text_in(one, "id"), text_in(one, "text")));
  for (const auto& one : list_in(audit, "standards"))
    by_sort_["audit-standard"].push_back(offer_of(text_in(one, "standard"), text_in(one, "text")));
  for (const auto& one : list_in(audit, "cases")) {
    const json::value selected = object_in(one, "said");
    const auto name = text_in(selected, "auditCase");
    by_sort_["audit-case"].push_back({name, name});
  }
  for (const auto& one : list_in(audit, "lessons")) {
    const json::value logged = object_in(one, "said");
    by_sort_["lesson"].push_back(offer_of(text_in(logged, "lesson"), text_in(logged, "learned")));
  }
  for (const auto& one : list_in(audit, "referrals")) {
    const json::value referred = object_in(one, "said");
    if (flag_in(one, "takenUp") || !text_in(referred, "to").empty()) continue;
    by_sort_["audit-referral"].push_back({text_in(one, "entry"), text_in(referred, "auditCase")});
  }
}

bool wants_audit(const review::Kind& kind) {
  static const std::set<std::string_view> kinds = {
      "audit-case-selected",     "agency-audited-case", "audit-event-held",       "audit-learning-logged",
      "audit-learning-followed", "audit-case-referred", "audit-referral-taken-up"};
  return kinds.contains(kind.name);
}

}  // namespace reviewd
