#include <boost/json/array.hpp>
#include <charconv>
#include <utility>

#include "libreview/vocabulary/names.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/returns/asked_products.hpp"
#include "reviewd/returns/submit.hpp"
#include "reviewd/web/form/plain_form.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/return_link/link_visit.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"

/// How an agency took in what was learned, as it says by a link, without an account.
namespace reviewd {
namespace {

namespace json = boost::json;

constexpr std::string_view products_path = "/products";

/// By a link for the learning products that an agency was given.
struct ProductVisit : LinkVisit {
  AskedProducts asked;
};

std::optional<ProductVisit> product_visit_of(ReturnCall& call) {
  auto came = link_visit_of(call);
  auto asked = came ? asked_products(call.storage, came->link) : std::nullopt;
  if (!asked) return std::nullopt;
  return ProductVisit{std::move(*came), std::move(*asked)};
}

std::string title_of(const AskedProduct& one) {
  const auto sort = choice_words("ProductSort", review::short_name_of(one.sort, review::v1::ProductSort_descriptor()));
  return one.title.empty() ? sort + " of " + day_words(one.on) : one.title;
}

std::string standing_of(const AskedProduct& one) {
  if (one.confirmed) return "Confirmed";
  return one.said ? "Answered, and not confirmed" : "Not answered yet";
}

std::string address_of(const ReturnCall& call, const AskedProduct& one) {
  return call.address(std::string(products_path) + "/" + percent_encoded(one.product));
}

Response show_products(ReturnCall& call) {
  const auto visit = product_visit_of(call);
  if (!visit) return door(call);
  if (!note_reads(call, visit->link, visit->asked.reads)) return Response{507};
  json::array rows;
  for (const auto& one : visit->asked.products) {
    rows.push_back(json::object{
        {"title", title_of(one)},
        {"address", address_of(call, one)},
        {"hint", one.due_on.empty() ? json::value(false) : json::value("Wanted by " + day_words(one.due_on))},
        {"standing", standing_of(one)},
        {"open", !one.confirmed}});
  }
  return render_link_list(call, *visit, products_path, "return_asked",
                          {{"title", "Learning that your agency was given"},
                           {"purpose", "asks whether this reached your people, and whether they understood it."},
                           {"sent", !visit->link.sent.empty()},
                           {"when", instant_words(visit->link.sent)},
                           {"rows", std::move(rows)}});
}

const AskedProduct* product_of_address(const ReturnCall& call, const ProductVisit& visit) {
  for (const auto& one : visit.asked.products) {
    if (one.product == call.match.parameter("product")) return &one;
  }
  return nullptr;
}

/// What was sent last, as it would have been typed.
NameValues said_of(const AskedProduct& one) {
  if (!one.said) return {};
  const auto number = [](bool said, int value) { return said ? std::to_string(value) : std::string(); };
  return {{"reached", number(one.said->has_reached(), one.said->reached())},
          {"read", number(one.said->has_read(), one.said->read())},
          {"answered", number(one.said->has_answered(), one.said->answered())},
          {"changes", one.said->changes()}};
}

std::vector<Question> questions_of(const NameValues& typed) {
  using Sort = Question::Sort;
  const auto value = [&](const char* name) { return value_of(typed, name); };
  return {{"reached", "How many people did it reach?", "A whole number. Leave open what you do not know", Sort::line,
           value("reached")},
          {"read", "How many read or opened it?", "", Sort::line, value("read")},
          {"answered", "How many answered that they understood it, or what they will change?",
           "It counts as confirmed once one of them has", Sort::line, value("answered")},
          {"changes", "What will they change?", "Name nobody", Sort::area, value("changes"), {}}};
}

Response answer_page(const ReturnCall& call, const ProductVisit& visit, const AskedProduct& one,
                     const NameValues& typed, int status, const json::value& problem) {
  PlainForm form{address_of(call, one), questions_of(typed), {{"send", "Send the answer"}}};
  PlainFaults faults;
  if (problem.is_object()) faults = faults_of(problem, form.questions);
  View view{{"title", title_of(one)},
            {"due", one.due_on.empty() ? json::value(false) : json::value(day_words(one.due_on))},
            {"standing", standing_of(one)},
            {"says", "Your agency has had this since " + day_words(one.on) + "."},
            {"errors", faults.summary},
            {"hasErrors", !faults.summary.empty()}};
  add_form(view, form, faults);
  return render_link(call, visit, products_path, status, "return_answer", std::move(view));
}

Response show_product(ReturnCall& call) {
  const auto visit = product_visit_of(call);
  const auto* one = visit ? product_of_address(call, *visit) : nullptr;
  if (one == nullptr) return door(call);
  if (!note_reads(call, visit->link, visit->asked.reads)) return Response{507};
  return answer_page(call, *visit, *one, said_of(*one), 200, {});
}

std::optional<int> whole_number(const std::string& text) {
  int number = 0;
  const auto* const last = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data(), last, number);
  if (error != std::errc() || end != last || number < 0) return std::nullopt;
  return number;
}

json::object violation(const std::string& name, const char* says) {
  return {{"pointer", "/" + name}, {"message", says}};
}

Response send_product(ReturnCall& call) {
  const auto visit = product_visit_of(call);
  const auto* one = visit ? product_of_address(call, *visit) : nullptr;
  if (one == nullptr) return door(call);
  json::object said{{"product", one->product}, {"agency", one->agency}};
  json::array violations;
  for (const auto* name : {"reached", "read", "answered"}) {
    const auto typed = value_of(call.form, name);
    if (typed.empty()) continue;
    if (const auto number = whole_number(typed)) {
      said[name] = *number;
    } else {
      violations.push_back(violation(name, "Give a whole number, as in 25"));
    }
  }
  if (const auto changes = value_of(call.form, "changes"); !changes.empty()) said["changes"] = changes;
  if (said.size() == 2 && violations.empty())
    violations.push_back(violation("reached", "Say how many people it reached, or what they said"));
  json::value problem = json::object{{"violations", violations}};
  if (violations.empty()) {
    const auto recorded = submit_as(call.storage, visit->link, one->agency, "productReceived", std::move(said));
    if (recorded) {
      call.storage.return_links().sent(visit->link.link, recorded->entry_id, false, call.storage.moment().now);
      return see_other(call.address(products_path));
    }
    problem = problem_below(recorded.error(), "productReceived");
  }
  if (!note_reads(call, visit->link, visit->asked.reads)) return Response{507};
  return answer_page(call, *visit, *one, call.form, 400, problem);
}

}  // namespace

std::vector<ReturnPage> return_product_pages() {
  return {{"GET", "/return/{return}/products", "returnProducts", show_products},
          {"GET", "/return/{return}/products/{product}", "returnProduct", show_product},
          {"POST", "/return/{return}/products/{product}", "sendReturnProduct", send_product}};
}

}  // namespace reviewd
