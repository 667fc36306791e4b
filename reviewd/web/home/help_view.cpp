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

/// The parts of the service that do more than follow one case.
constexpr auto areas = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"Learning",
     "Record what was found, on a case or a programme, and put it under its themes. Learning lists all of it. "
     "Choose a theme to see how often it was found, before and after something was done."},
    {"Recommendations and actions",
     "A recommendation says to whom it goes, and each of them answers. Before you write one, Find earlier ones "
     "shows what was asked before. An action says how it stands and how far it has reached; months later "
     "somebody looks again."},
    {"Audits of cases",
     "Open a programme, settle the design and select the cases under made-up references. Each agency answers by "
     "a link, standard by standard. The page of the audit shows how many met each standard, who has not "
     "answered, and where what was learned went."},
    {"Assurance",
     "Ask agencies or schools under section 11, or sections 175 and 157, in a programme. Record what comes back, "
     "what a group thinks of it and what it asked for. More has a list of who has not answered."},
    {"Training",
     "Plan a course with what it follows from. Ask the same questions before it, at its end and some months "
     "later: the page shows what changed."},
    {"Pledges",
     "Record what services pledged to young people. They approve a pledge or send it back, and say round by "
     "round whether it is kept."},
    {"Improvement plans",
     "A plan has themes, objectives and risks. Say how each objective stands and what shows it. The page for the "
     "board shows what moved since it last looked, what is late and what was not updated."},
    {"Surveys",
     "Tie each question to a recommendation, a finding or a theme, and record how many gave each answer. Leave "
     "the question as it is, so that rounds can be compared. Nobody who answered is named."},
    {"Questions of scrutiny",
     "Attach questions from the bank to a case or a programme, and answer each with what shows it. “Not known” "
     "is an answer too."},
    {"Checks of a review",
     "While a review runs, look at its time and quality at the set intervals, on the case. What you ask the "
     "reviewer in writing has a date, and you are reminded when no answer comes."},
    {"Learning products",
     "A briefing, an event or a newsletter item is written under its headings, so that nobody can tell whom it "
     "is about. Check it for names, share it, and record who took it in. A new version is checked again."},
    {"Chronology",
     "Each agency’s table comes in on the case, under Chronology of all agencies. They are merged by day. A long "
     "time of which nobody tells and an event that stands on two days are shown, for you to look at."},
    {"Papers for a meeting",
     "Before a meeting each member can take its papers as one file with their name on each page. What they may "
     "not see is left out."},
    {"Letters",
     "On a case, Letters and submissions makes the rapid review, the notification, requests to agencies and "
     "letters about a delay from what is recorded, and says what is missing. Read each before you send it: the "
     "service does not send it."},
    {"Yearly report",
     "Choose the year and whether it is for publication. Each figure is a link to what it counts. Small numbers "
     "are left out of what is published."},
    {"Past cases",
     "Earlier cases come in from a spreadsheet, under Bring in past cases. You confirm what each column is and "
     "see what becomes of every row before anything is recorded."},
});

}  // namespace

View help_view() {
  boost::json::array words;
  for (const auto& [word, means] : glossary) {
    words.push_back(boost::json::object{{"word", word}, {"means", means}});
  }
  boost::json::array parts;
  for (const auto& [area, about] : areas) parts.push_back(boost::json::object{{"area", area}, {"about", about}});
  return {{"title", "Help"}, {"words", std::move(words)}, {"areas", std::move(parts)}};
}

}  // namespace reviewd
