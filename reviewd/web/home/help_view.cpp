#include "reviewd/web/home/help_view.hpp"

#include <array>
#include <boost/json/array.hpp>
#include <utility>

namespace reviewd {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 24> glossary{{
    {"Agency’s view", "What an agency thinks should happen next in a case, with its reasons."},
    {"Agency summary", "What an agency found in its records about the child and family, sent for the rapid review."},
    {"Case", "Everything recorded about one incident, or one matter referred for learning."},
    {"Case referred for consideration",
     "A case that may not have to be notified, but from which something may be learned."},
    {"Child in care", "A child looked after by a local authority."},
    {"Completed out of timescale", "It was done, but after the day on which it was due."},
    {"Embargo", "A decision to hold back a report or certain facts, with a day that it is to be looked at by."},
    {"Held from publication", "Proceedings, a court order or an embargo stand in the way of publishing."},
    {"In timescale, out of timescale", "Not yet due; past the day on which it was due."},
    {"LCSPR", "A local child safeguarding practice review."},
    {"National Panel", "The Child Safeguarding Practice Review Panel, which sees every rapid review in England."},
    {"Notification", "The local authority tells the National Panel of a serious incident."},
    {"Outcome", "What the safeguarding partners decide after the rapid review."},
    {"Progress and quality check", "A look at whether a review is on time and good enough."},
    {"Pseudonym", "A made-up name, such as Child A, that stands for a child everywhere but in the identity details."},
    {"Rapid review", "The first quick look at a case by all agencies together."},
    {"Rapid review panel", "The people of the agencies who meet for the rapid review."},
    {"Review coordinator", "Runs the cases for the partnership, and is the person to ask."},
    {"Safeguarding partners", "The local authority, the integrated care board and the police."},
    {"Scrutineer", "Somebody independent who challenges how the partnership works."},
    {"Sign-off", "A safeguarding partner agrees to a decision or a report, with or without conditions."},
    {"Taken down", "A report that is no longer published, with the reason. It stays in the register."},
    {"Timescale", "A duty with a time. Each date is a link to how it was worked out."},
    {"Update", "One dated thing that was recorded in a case. Updates are never changed: a later one corrects them."},
}};

}  // namespace

View help_view() {
  boost::json::array words;
  for (const auto& [word, means] : glossary) {
    words.push_back(boost::json::object{{"word", word}, {"means", means}});
  }
  return {{"title", "Help"}, {"words", std::move(words)}};
}

}  // namespace reviewd
