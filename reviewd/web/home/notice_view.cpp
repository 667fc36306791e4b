#include "reviewd/web/home/notice_view.hpp"

#include <fmt/format.h>

#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/screen_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

using Choices = std::vector<std::pair<std::string, std::string>>;

const Choices& times() {
  static const Choices all{{"DAILY", "Once a working day, as a list"},
                           {"IMMEDIATE", "Straight away, an email for each"},
                           {"NONE", "Not by email"}};
  return all;
}

std::string bare(const std::string& person) {
  return person.starts_with("people/") ? person.substr(std::string_view("people/").size()) : person;
}

/// `no_mailbox` where there is none, and none that waits for its code.
std::string done_words(const std::string& done, bool no_mailbox) {
  if (done == "saved" && no_mailbox) return "Your choice is kept. No email goes out: there is no mailbox.";
  if (done == "saved") return "Your choice is kept.";
  if (done == "code") return "We sent a code to that mailbox. Type it in below.";
  return done == "confirmed" ? "The mailbox is confirmed." : "";
}

Question cover_question(const json::value& people, const std::string& me, const std::string& cover) {
  Question question{"cover", "Who is reminded instead of you?",
                    "Only if they may see the case. If they may not, you are reminded all the same",
                    Question::Sort::line, cover};
  const auto& listed = list_in(people, "people");
  if (listed.empty()) return question;
  question.sort = Question::Sort::choice;
  question.choices = {{"", "Nobody"}};
  for (const auto& one : listed) {
    const auto person = bare(text_in(one, "person"));
    if (person == me) continue;
    const auto name = text_in(one, "name");
    question.choices.emplace_back(person, name.empty() ? person_words(person) : name);
  }
  return question;
}

PlainForm choice_form(const json::value& notices, const json::value& people, const NoticeTyped& typed) {
  PlainForm form{"/reminders/email", {}, {{"save", "Save"}}, {}};
  form.questions = {{"mailbox", "Your mailbox at work", "We send a code to it. Leave it empty to stop all emails",
                     Question::Sort::line, typed.mailbox},
                    {"when", "When do you want to be reminded?", "", Question::Sort::choice, typed.when, times()},
                    {"awayFrom", "First day that you are away", "Leave these empty if you are not going to be away",
                     Question::Sort::day, typed.away_from},
                    {"awayUntil", "Last day that you are away", "", Question::Sort::day, typed.away_until},
                    cover_question(people, bare(text_in(notices, "person")), typed.cover)};
  return form;
}

PlainForm code_form(const NoticeTyped& typed) {
  PlainForm form{"/reminders/email/code", {}, {{"confirm", "Confirm the mailbox"}}, {}};
  form.questions = {{"code", "The code from the email", "6 digits", Question::Sort::line, typed.code}};
  return form;
}

std::string words_of(const std::string& when) {
  for (const auto& [value, words] : times()) {
    if (value == when) return words;
  }
  return {};
}

std::string hours_words(const std::string& hours) {
  const auto dash = hours.find('-');
  return dash == std::string::npos ? hours : fmt::format("{} to {}", hours.substr(0, dash), hours.substr(dash + 1));
}

}  // namespace

NoticeTyped notice_typed(const json::value& notices) {
  const auto waiting = text_in(notices, "waiting");
  return {waiting.empty() ? text_in(notices, "mailbox") : waiting, text_in(notices, "when"),
          text_in(notices, "awayFrom"), text_in(notices, "awayUntil"), bare(text_in(notices, "cover"))};
}

PlainPage notice_page(const json::value& notices, const json::value& people, const NoticeTyped& typed,
                      const std::string& done, const json::value& problem) {
  PlainPage page{"Your reminders by email", "", "/reminders", "Back to reminders"};
  Section now;
  const bool no_mailbox = text_in(notices, "mailbox").empty() && text_in(notices, "waiting").empty();
  if (const auto words = done_words(done, no_mailbox); !words.empty()) now.paragraphs.push_back(words);
  now.paragraphs.push_back(fmt::format(
      "Emails go out on working days, {}. They carry the reference of the case, what is due and the day, and no name.",
      hours_words(text_in(notices, "hours"))));
  if (!flag_in(notices, "mailGoesOut")) {
    now.paragraphs.emplace_back("Email is not set up here, so nothing is sent. Reminders stand in the list.");
  }
  const auto mailbox = text_in(notices, "mailbox");
  const auto waiting = text_in(notices, "waiting");
  now.facts = {
      {"Reminders go to", mailbox.empty() ? "No mailbox yet" : mailbox},
      {"When", mailbox.empty() ? "Not by email, until a mailbox is confirmed" : words_of(text_in(notices, "when"))}};
  page.sections.push_back(std::move(now));
  auto form = choice_form(notices, people, typed);
  auto questions = form.questions;
  if (!waiting.empty()) {
    auto code = code_form(typed);
    questions.insert(questions.end(), code.questions.begin(), code.questions.end());
    page.sections.push_back(
        {.heading = "Type in the code",
         .paragraphs = {fmt::format("We sent a code to {}. It can be used once, within 10 minutes. Save again to get "
                                    "another one.",
                                    waiting)},
         .form = std::move(code)});
  }
  page.sections.push_back({.heading = "Change it", .form = std::move(form)});
  if (problem.is_object()) page.faults = faults_of(problem, questions);
  return page;
}

}  // namespace reviewd
