#include "libreview/views/filter.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace review {
namespace {

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
         c == ':' || c == '.' || c == '/';
}

class FilterReader {
 public:
  explicit FilterReader(std::string_view text) : rest_(text) {}

  [[nodiscard]] Result<std::vector<Term>> all() {
    std::vector<Term> terms;
    skip();
    while (!rest_.empty()) {
      if (!terms.empty() && !take_and()) return fault("Join conditions with AND.");
      Term term;
      term.field = word();
      skip();
      term.op = op();
      skip();
      if (term.field.empty() || term.op.empty())
        return fault("A condition is a field, one of = != < <= > >=, and a value.");
      if (!value(term.value)) return fault("The value of a condition is missing, or its quotation mark is not closed.");
      terms.push_back(std::move(term));
      skip();
    }
    return terms;
  }

 private:
  static tl::unexpected<Refusal> fault(std::string says) {
    return refuse(Code::malformed, "The filter cannot be read. " + says);
  }
  void skip() {
    while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
  }
  std::string word() {
    const auto end = std::find_if_not(rest_.begin(), rest_.end(), is_word);
    std::string found(rest_.begin(), end);
    rest_.remove_prefix(found.size());
    return found;
  }
  bool take_and() {
    const std::string found = word();
    skip();
    return found == "AND" || found == "and";
  }
  std::string op() {
    for (const std::string_view one : {"!=", "<=", ">=", "=", "<", ">"}) {
      if (rest_.substr(0, one.size()) == one) {
        rest_.remove_prefix(one.size());
        return std::string(one);
      }
    }
    return {};
  }
  bool value(std::string& into) {
    if (!rest_.empty() && rest_.front() == '"') {
      const auto end = rest_.find('"', 1);
      if (end == std::string_view::npos) return false;
      into = std::string(rest_.substr(1, end - 1));
      rest_.remove_prefix(end + 1);
      return true;
    }
    into = word();
    return !into.empty();
  }

  std::string_view rest_;
};

}  // namespace

Result<std::vector<Term>> parse_filter(std::string_view text) { return FilterReader(text).all(); }

Result<Order> parse_order(std::string_view text, std::string_view otherwise) {
  if (text.empty()) return Order{std::string(otherwise)};
  const auto space = text.find(' ');
  Order order{std::string(text.substr(0, space))};
  if (space != std::string_view::npos) {
    const auto direction = text.substr(space + 1);
    if (direction != "desc" && direction != "asc") {
      return refuse(Code::malformed, "The order cannot be read. Write a field, or a field and desc.");
    }
    order.descending = direction == "desc";
  }
  return order;
}

}  // namespace review
