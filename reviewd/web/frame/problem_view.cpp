#include "reviewd/web/frame/problem_view.hpp"

#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

View said(std::string_view title, json::array paragraphs) {
  return {{"title", title}, {"paragraphs", std::move(paragraphs)}};
}

View not_found() {
  return said("Page not found", {"There is nothing at this address that you may see.",
                                 "If you typed the address, check it. If you followed a link, the case may not be one "
                                 "that you may see: ask the review coordinator."});
}

View not_permitted() {
  return said("You cannot do this", {"Your role does not allow it.",
                                     "If you need it for your work, ask the person who looks after accounts here."});
}

View changed() {
  return said("Somebody else has changed this case",
              {"Since you opened it, another update was recorded. Yours was not recorded.",
               "Go back to the case, read what is new, and enter your update again if it still fits."});
}

View cannot_answer(const json::value& problem) {
  json::array paragraphs;
  if (const auto detail = text_in(problem, "detail"); !detail.empty()) paragraphs.push_back(json::string(detail));
  paragraphs.push_back("Nothing that you sent was recorded. Wait a minute, go back and try again.");
  paragraphs.push_back("If it stays like this, tell the person who looks after this service.");
  return said("The service cannot answer at this moment", std::move(paragraphs));
}

View refused_by_rule(const json::value& problem) {
  View view = said("This was not recorded", {});
  const auto detail = text_in(problem, "detail");
  auto& paragraphs = view["paragraphs"].get_array();
  paragraphs.push_back(json::string(detail.empty() ? "The request could not be read." : detail));
  json::array points;
  for (const auto& violation : list_in(problem, "violations")) {
    if (const auto message = text_in(violation, "message"); message != detail) points.push_back(json::string(message));
  }
  view["hasPoints"] = !points.empty();
  view["points"] = std::move(points);
  view["cites"] = list_in(problem, "cites");
  return view;
}

}  // namespace

View problem_view(int status, const json::value& problem) {
  auto view = status == 404                    ? not_found()
              : status == 401 || status == 403 ? not_permitted()
              : status == 412                  ? changed()
              : status >= 500 || status == 429 ? cannot_answer(problem)
                                               : refused_by_rule(problem);
  // What the person who looks after the service finds the request by.
  if (status >= 500) view["requestId"] = text_in(problem, "requestId");
  return view;
}

}  // namespace reviewd
