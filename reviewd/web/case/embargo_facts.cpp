#include "reviewd/web/case/embargo_facts.hpp"

#include <boost/json/array.hpp>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/form_fields.hpp"
#include "reviewd/web/words/joined_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/practice_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

const json::value* entry_in(const json::value& entries, const std::string& id) {
  for (const auto& one : list_in(entries, "entries")) {
    if (text_in(one, "entry") == id) return &one;
  }
  return nullptr;
}

/// What an entry of the embargo says in words, whichever field it stands in.
std::string said_in(const json::value& entry) {
  const auto* kind = kind_in(entry);
  if (kind == nullptr) return {};
  const json::value said = object_in(entry, kind->json);
  std::string all;
  for (const auto* field : {"reason", "conditions", "evidence", "reasons"}) {
    const auto text = text_in(said, field);
    if (!text.empty()) all += (all.empty() ? "" : "\n") + text;
  }
  return all;
}

void add(Section& section, const char* key, std::string words) {
  if (!words.empty()) section.facts.emplace_back(key, std::move(words));
}

/// The proceedings that it hangs on, and whether they are over.
std::string proceedings_words(const json::value& of_case, const json::value& embargo) {
  std::string words;
  for (const auto& one : list_in(of_case, "proceedings")) {
    for (const auto& name : list_in(embargo, "proceedings")) {
      if (text_in(one, "proceedings") != std::string(name.as_string())) continue;
      words += (words.empty() ? "" : ", ") + choice_words("ProceedingsKind", text_in(one, "kind")) +
               (flag_in(one, "open") ? " (open)" : " (ended)");
    }
  }
  return words;
}

Section what_it_is(const json::value& of_case, const json::value& embargo, const json::value& entries) {
  const auto& history = list_in(embargo, "history");
  const auto* placed = history.empty() ? nullptr : entry_in(entries, text_in(history.front(), "entry"));
  const json::value said = placed == nullptr ? json::object() : object_in(*placed, "embargoPlaced");
  Section section;
  add(section, "Covers",
      joined_words(embargo, "covers", [](const std::string& one) { return choice_words("Covered", one); }));
  add(section, "Documents", joined_words(embargo, "documents", [](const std::string& one) { return name_words(one); }));
  add(section, "Why", text_in(said, "reason"));
  add(section, "Proceedings", proceedings_words(of_case, embargo));
  add(section, "On whose authority", text_in(said, "authority"));
  add(section, "Since", day_words(text_in(embargo, "since")));
  if (flag_in(embargo, "lifted")) {
    add(section, "Lifted on", day_words(text_in(embargo, "liftedOn")));
  } else {
    add(section, "To be looked at by", day_words(text_in(embargo, "reviewOn")));
  }
  return section;
}

Section readers(const json::value& embargo, const Register& known) {
  const auto named = joined_words(embargo, "readers", [&](const std::string& one) { return known.person(one); });
  Section section{.heading = "Its readers"};
  add(section, "Who may read it", named.empty() ? "Nobody is named. The review coordinators and the chair may" : named);
  add(section, "Your access",
      flag_in(embargo, "openToYou") ? "You may read what it covers" : "You may not read what it covers");
  return section;
}

Section proposed(const json::value& embargo, const json::value& entries, const Register& known) {
  const bool agreed = flag_in(embargo, "agreedBeforehand");
  Section section{.heading = "The proposal to lift it"};
  add(section, "Lifting",
      agreed ? "Two people agreed beforehand. One of them confirms it on the day"
             : "One person proposed it. It waits for a second");
  std::string condition;
  std::string by;
  for (const auto& one : lift_proposals(embargo, entries)) {
    if (condition.find(one.condition) == std::string::npos)
      condition += (condition.empty() ? "" : "\n") + one.condition;
    by += (by.empty() ? "" : ", ") + known.person(one.by);
  }
  add(section, "What must have happened first", condition);
  add(section, agreed ? "Agreed by" : "Proposed by", by);
  return section;
}

}  // namespace

std::vector<LiftProposal> lift_proposals(const json::value& embargo, const json::value& entries) {
  std::vector<LiftProposal> all;
  for (const auto& turn : list_in(embargo, "history")) {
    const auto kind = text_in(turn, "kind");
    if (kind == "embargo-extended" || kind == "proceedings-reopened") all.clear();
    const auto* entry = entry_in(entries, text_in(turn, "entry"));
    if (kind != "embargo-lift-proposed" || entry == nullptr) continue;
    const json::value said = object_in(*entry, "embargoLiftProposed");
    all.push_back({text_in(*entry, "recordedBy"), text_in(said, "conditions")});
  }
  return all;
}

std::vector<Section> embargo_facts(const json::value& of_case, const json::value& embargo, const json::value& entries,
                                   const Register& known) {
  std::vector<Section> all{what_it_is(of_case, embargo, entries)};
  if (flag_in(embargo, "lifted")) return all;
  all.push_back(readers(embargo, known));
  const bool waits = flag_in(embargo, "liftProposed") || flag_in(embargo, "agreedBeforehand");
  if (waits) all.push_back(proposed(embargo, entries, known));
  return all;
}

Section embargo_history(const json::value& embargo, const json::value& entries, const Register& known,
                        const std::string& case_address) {
  Section section{.table = {"History, oldest first", {"Day", "What", "Who recorded it", "What they said"}, {}}};
  for (const auto& turn : list_in(embargo, "history")) {
    const auto id = text_in(turn, "entry");
    const auto* entry = entry_in(entries, id);
    const auto* kind = entry == nullptr ? nullptr : kind_in(*entry);
    section.table.rows.push_back({{day_words(text_in(turn, "on"))},
                                  {kind == nullptr ? "An update" : practice_words(kind->label),
                                   case_address + "/entries/" + percent_encoded(id)},
                                  {entry == nullptr ? std::string() : known.person(text_in(*entry, "recordedBy"))},
                                  {entry == nullptr ? std::string() : said_in(*entry)}});
  }
  return section;
}

}  // namespace reviewd
