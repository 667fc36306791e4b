#include <boost/json/array.hpp>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/agencies/mail_samples.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/machine_day.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

Response show_texts(PageCall& call) {
  const auto of_case = ask(call, {"GET", "/v1/cases/" + percent_encoded(call.path("case"))});
  if (!of_case.good()) return refused_page(call, of_case.status, of_case.json);
  json::array texts;
  for (const auto& sample : mail_samples()) {
    texts.push_back(json::object{{"title", sample.title},
                                 {"id", "text-" + std::to_string(texts.size() + 1)},
                                 {"subject", sample.subject},
                                 {"text", sample.text}});
  }
  return render(call, 200, "mail_texts",
                {{"title", "Texts of the usual mails"},
                 {"back", "/cases/" + percent_encoded(call.path("case"))},
                 {"texts", std::move(texts)}});
}

Response show_practice_mails(PageCall& call) {
  const auto answer = ask(call, {"GET", "/v1/practice/mails"});
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  json::array mails;
  for (const auto& mail : list_in(answer.json, "mails")) {
    const auto number = std::to_string(mails.size() + 1);
    mails.push_back(json::object{{"id", "mail-" + number},
                                 {"name", "mail " + number + ": " + text_in(mail, "subject")},
                                 {"to", text_in(mail, "to")},
                                 {"subject", text_in(mail, "subject")},
                                 {"text", text_in(mail, "text")},
                                 {"made", machine_day_words(call, text_in(mail, "made"))}});
  }
  const bool has = !mails.empty();
  return render(call, 200, "practice_mail",
                {{"title", "Mails of this practice store"}, {"mails", std::move(mails)}, {"hasMails", has}});
}

}  // namespace

std::vector<Page> mail_pages() {
  return {{"GET", "/cases/{case}/mail-texts", "mailTextsPage", Use::read, show_texts},
          {"GET", "/practice/mail", "practiceMailPage", Use::read, show_practice_mails}};
}

}  // namespace reviewd
