#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "reviewd/letters/letter_text.hpp"
#include "reviewd/letters/letter_words.hpp"

namespace reviewd {
namespace {

using review::v1::Entry;

/// The newest request that names the agency; null where there is none, or it was taken back since.
const Entry* request_of(const LetterFacts& facts, const std::string& agency) {
  const Entry* found = nullptr;
  for (const auto& entry : facts.entries) {
    const auto& asked = entry.agency_return_requested().agencies();
    if (std::find(asked.begin(), asked.end(), agency) != asked.end()) found = &entry;
    if (entry.agency_return_waived().agency() == agency) found = nullptr;
  }
  return found;
}

std::string children_in(const LetterFacts& facts, const review::v1::AgencyReturnRequested& request) {
  std::string all;
  for (const auto& child : facts.of_case.children()) {
    const auto& named = request.children();
    const bool is_asked = named.empty() || std::find(named.begin(), named.end(), child.child()) != named.end();
    if (is_asked && !child.pseudonym().empty()) all += (all.empty() ? "" : ", ") + child.pseudonym();
  }
  return all;
}

/// What each sort of return holds, in a sentence each.
std::vector<std::string> asked_for(review::v1::ReturnType type) {
  std::vector<std::string> all{"Whether your agency knew the child or the family, from when, and until when."};
  if (type == review::v1::RETURN_TYPE_SCOPING) return all;
  all.emplace_back("Each contact that matters, with its day, what happened, and whether the child was seen.");
  if (type == review::v1::RETURN_TYPE_CHRONOLOGY) return all;
  all.emplace_back("What went well, and what could be learned.");
  all.emplace_back("Whether a child is at risk now, and what was done about it.");
  return all;
}

}  // namespace

std::vector<std::string> agencies_asked(const LetterFacts& facts) {
  std::set<std::string> named;
  for (const auto* entry : entries_of(facts, Entry::kAgencyReturnRequested)) {
    const auto& asked = entry->agency_return_requested().agencies();
    named.insert(asked.begin(), asked.end());
  }
  std::vector<std::string> all;
  for (const auto& agency : named) {
    if (request_of(facts, agency) != nullptr) all.push_back(agency);
  }
  return all;
}

Letter agency_request_letter(const LetterFacts& facts, const std::string& agency) {
  LetterText text(facts, "Request for information about a child");
  const auto* entry = request_of(facts, agency);
  const auto& request = (entry == nullptr ? Entry::default_instance() : *entry).agency_return_requested();
  text.heading("Who is asked, for what and by when");
  text.need("To", letter_name(agency));
  text.need("From", facts.law.partnership().name);
  text.need("Asked on", entry == nullptr ? std::string() : day_of(*entry));
  text.need("What is asked for", letter_choice(request.type()));
  text.need("Period covered", request.period());
  text.need("Answer by", letter_day(request.due_on()));
  text.need("About", children_in(facts, request));
  text.heading("What we ask you to say");
  text.list(asked_for(request.type()), "what is asked");
  text.say("Please answer also where your agency knew nobody: say so, and that is your answer.");
  text.say("Who the child is, we tell you separately and safely: this letter names nobody.");
  return std::move(text).letter();
}

}  // namespace reviewd
