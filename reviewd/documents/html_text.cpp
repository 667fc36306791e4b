#include "reviewd/documents/html_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "reviewd/documents/decoded_html.hpp"
#include "reviewd/documents/xml_text.hpp"
#include "reviewd/http/ascii.hpp"
#include "reviewd/http/percent.hpp"

namespace reviewd {
namespace {

constexpr std::string_view blanks = " \n\t\r\f";
constexpr auto none = std::string_view::npos;

bool begins_with(std::string_view text, std::string_view small) {
  return text.size() >= small.size() && same_ignoring_case(text.substr(0, small.size()), small);
}

template <std::size_t count>
bool is_one_of(std::string_view name, const std::array<std::string_view, count>& names) {
  return std::any_of(names.begin(), names.end(), [&](std::string_view one) { return same_ignoring_case(name, one); });
}

/// The name of a tag, without its brackets and its stroke.
std::string_view name_of(std::string_view tag) {
  if (tag.starts_with('/')) tag.remove_prefix(1);
  return tag.substr(0, tag.find_first_of(" \n\t\r\f/>"));
}

/// Tags inside a line; all others end it.
bool is_inline(std::string_view name) {
  static constexpr std::array<std::string_view, 27> names{
      "a",   "abbr", "b", "bdi", "bdo",  "big",  "cite",   "code", "del", "dfn", "em", "font", "i",  "ins",
      "kbd", "mark", "q", "s",   "samp", "span", "strong", "sub",  "sup", "u",   "tt", "var",  "wbr"};
  return is_one_of(name, names);
}

/// Where a value of an attribute is told. What no person reads in a browser stands in the source all the same.
std::string place_of(std::string_view attribute) {
  static constexpr std::array<std::string_view, 5> pictures{"alt", "title", "aria-label", "aria-description", "label"};
  static constexpr std::array<std::string_view, 9> links{"href", "src",  "srcset", "poster",    "action",
                                                         "cite", "data", "ping",   "formaction"};
  return is_one_of(attribute, pictures) ? "Descriptions of pictures"
         : is_one_of(attribute, links)  ? "Links"
                                        : "Properties of the page";
}

/// Signs that a script writes by number: `\u006c`, `\x6c`.
std::string unescaped(std::string_view script) {
  std::string out;
  while (!script.empty()) {
    const auto mark = script.find('\\');
    out += script.substr(0, mark);
    if (mark == none) break;
    script.remove_prefix(mark);
    const std::size_t digits = script.size() < 2 ? 0 : script[1] == 'u' ? 4 : script[1] == 'x' ? 2 : 0;
    unsigned number = 0;
    const auto code = script.substr(std::min<std::size_t>(2, script.size()), digits);
    const auto [end, fault] = std::from_chars(code.data(), code.data() + code.size(), number, 16);
    const bool read = digits > 0 && code.size() == digits && end == code.data() + code.size();
    bool unknown = false;
    out += read ? decoded_html("&#" + std::to_string(number) + ";", unknown) : std::string(1, script.front());
    script.remove_prefix(read ? 2 + digits : 1);
  }
  return out;
}

class Page {
 public:
  explicit Page(std::string_view source) : left_(source) {}

  DocumentText read() && {
    while (!left_.empty()) {
      const auto open = left_.find('<');
      shown_ += decoded(left_.substr(0, open));
      if (open == none) break;
      left_.remove_prefix(open);
      const char next = left_.size() > 1 ? lowered(left_[1]) : ' ';
      if (left_.starts_with("<!--")) {
        put_until("-->", "Comments in the source of the page", true);
      } else if (next == '!' || next == '?') {
        put_until(">", "Properties of the page", false);
      } else if (next == '/' || (next >= 'a' && next <= 'z')) {
        tag();
      } else {
        shown_ += '<';
        left_.remove_prefix(1);
      }
    }
    put_text(found_, "Text of the web page", shown_, true);
    if (unknown_) {
      found_.unread.push_back(
          {"Text of the web page", "Some letters are written with names that are not known here: check it by eye."});
    }
    return std::move(found_);
  }

 private:
  std::string decoded(std::string_view text) { return decoded_html(text, unknown_); }

  /// What is not closed hides all that comes after it, from us or from the reader: it is looked through, and said.
  void put_until(std::string_view ending, const std::string& place, bool prose) {
    const auto end = left_.find(ending);
    put_text(found_, place, decoded(left_.substr(0, end)), prose);
    if (end == none) return not_closed();
    left_.remove_prefix(end + ending.size());
  }

  void not_closed() {
    left_ = {};
    found_.unread.push_back({"Text of the web page", "Something in the source is not closed: check the page by eye."});
  }

  void tag() {
    const auto end = end_of_tag();
    if (end == none) {
      put_text(found_, "Text of the web page", decoded(left_), true);
      return not_closed();
    }
    const auto inside = left_.substr(1, end - 1);
    const auto name = name_of(inside);
    put_attributes(inside.substr(name.size() + (inside.starts_with('/') ? 1 : 0)));
    left_.remove_prefix(end + 1);
    if (!is_inline(name)) shown_ += '\n';
    if (same_ignoring_case(name, "script") || same_ignoring_case(name, "style")) {
      if (!inside.starts_with('/')) put_script(name);
    }
  }

  /// The `>` that no quotes stand around.
  [[nodiscard]] std::size_t end_of_tag() const {
    char quote = '\0';
    for (std::size_t i = 1; i < left_.size(); ++i) {
      const char c = left_[i];
      if (quote != '\0') {
        if (c == quote) quote = '\0';
      } else if (c == '>') {
        return i;
      } else if ((c == '"' || c == '\'') && is_after_sign(i)) {
        quote = c;
      }
    }
    return none;
  }

  /// Quotes count only where a value begins.
  [[nodiscard]] bool is_after_sign(std::size_t at) const {
    const auto before = left_.substr(0, at).find_last_not_of(blanks);
    return before != none && left_[before] == '=';
  }

  /// All up to the end tag of that name, in letters of either case.
  void put_script(std::string_view name) {
    std::size_t end = left_.find("</");
    while (end != none && !begins_with(left_.substr(end + 2), name)) end = left_.find("</", end + 2);
    put_text(found_, "Scripts and styles in the source", unescaped(left_.substr(0, end)), false);
    if (end == none) return not_closed();
    left_.remove_prefix(end);
  }

  void put_attributes(std::string_view rest) {
    for (auto at = rest.find_first_not_of(" \n\t\r\f/"); at != none; at = rest.find_first_not_of(" \n\t\r\f/", at)) {
      rest.remove_prefix(at);
      at = rest.find_first_of(" \n\t\r\f/=", 1);
      const auto name = rest.substr(0, at);
      const auto sign = at == none ? none : rest.find_first_not_of(blanks, at);
      std::string value;
      if (sign != none && rest[sign] == '=') value = value_at(rest, sign + 1, at);
      put_attribute(name, value);
      if (at == none) return;
    }
  }

  /// The value that begins there; `at` becomes where it ends.
  std::string value_at(std::string_view rest, std::size_t from, std::size_t& at) {
    from = rest.find_first_not_of(blanks, from);
    if (from == none) {
      at = none;
      return {};
    }
    const bool quoted = rest[from] == '"' || rest[from] == '\'';
    const auto end = quoted ? rest.find(rest[from], from + 1) : rest.find_first_of(blanks, from);
    const auto begin = quoted ? from + 1 : from;
    at = end == none ? none : quoted ? end + 1 : end;
    return decoded(rest.substr(begin, end == none ? end : end - begin));
  }

  void put_attribute(std::string_view name, const std::string& value) {
    const auto place = place_of(name);
    put_text(found_, place, value, false);
    if (begins_with(name, "data-")) put_text(found_, place, std::string(name.substr(5)), false);
    const auto plain = percent_decoded(value);
    if (plain && *plain != value) put_text(found_, place, *plain, false);
  }

  std::string_view left_;
  DocumentText found_{};
  std::string shown_{};
  bool unknown_ = false;
};

}  // namespace

bool is_html(std::string_view text) {
  const auto first = text.find_first_not_of(" \r\n\t");
  if (first == none) return false;
  text.remove_prefix(first);
  const char next = text.size() > 1 ? lowered(text[1]) : ' ';
  return text.front() == '<' && (next == '!' || (next >= 'a' && next <= 'z'));
}

DocumentText html_text(std::string_view source) { return Page(source).read(); }

}  // namespace reviewd
