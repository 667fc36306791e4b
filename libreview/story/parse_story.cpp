#include "libreview/story/parse_story.hpp"

#include <fmt/format.h>

#include <boost/json/object.hpp>
#include <map>
#include <optional>

#include "libreview/base/embedded.hpp"
#include "libreview/law/england.hpp"
#include "libreview/story/entry_words.hpp"
#include "libreview/story/parse_expectation.hpp"
#include "libreview/story/words.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/read_message.hpp"

namespace review {
namespace {

namespace json = boost::json;
using Words = std::vector<std::string>;

std::string joined(const Words& words, std::size_t from) {
  std::string text;
  for (std::size_t i = from; i < words.size(); ++i) text += (text.empty() ? "" : " ") + words[i];
  return text;
}

Words after(const Words& words, std::size_t count) {
  return {words.begin() + static_cast<std::ptrdiff_t>(std::min(count, words.size())), words.end()};
}

/// What an entry with a name was sent as, so that a correction can change some of its fields.
struct Sent {
  const Kind* kind;
  json::object entry;
};

class Parser {
 public:
  Parser(std::string file, const RuleBook& law) : law_(law) { story_.file = std::move(file); }

  Result<void> line(const Words& words) {
    const std::string& first = words.front();
    const bool head = first == "scenario" || first == "source" || first == "tag" || first == "overlay";
    if (head && !story_.steps.empty()) return refuse(Code::malformed, fmt::format("{} stands at the top.", first));
    if (head) return heading(first, words);
    if (story_.title.empty() || story_.sources.empty()) {
      return refuse(Code::malformed, "A story begins with scenario and source.");
    }
    if (first == "as") return person(words);
    if (first == "on") return day(words);
    if (!has_day_) return refuse(Code::malformed, "Say first on which day it is.");
    if (first == "as-at") return look_back(words);
    if (first == "record") return record(after(words, 1), {});
    if (first == "correct") return correct(after(words, 1), {});
    if (first == "withdraw") return withdraw(after(words, 1), {});
    if (first == "refuse") return refusal(after(words, 1));
    if (first == "expect") return expectation(after(words, 1));
    return refuse(Code::malformed, fmt::format("\"{}\" begins no line of a story.", first));
  }

  void at(int number, std::string text) {
    line_ = number;
    text_ = std::move(text);
  }

  Story take() { return std::move(story_); }
  [[nodiscard]] bool told() const { return !story_.steps.empty(); }

 private:
  template <class What>
  Result<void> add(What what) {
    story_.steps.push_back(StoryStep{line_, text_, std::move(what)});
    return {};
  }

  Result<void> heading(const std::string& first, const Words& words) {
    if (words.size() < 2) return refuse(Code::malformed, fmt::format("Nothing stands after {}.", first));
    if (first == "scenario") {
      if (!story_.title.empty()) return refuse(Code::malformed, "A story has one scenario.");
      story_.title = joined(words, 1);
      return {};
    }
    if (words.size() > 2) return refuse(Code::malformed, fmt::format("{} takes one word.", first));
    if (first == "source") {
      if (law_.source(words[1]) == nullptr) {
        return refuse(Code::malformed, fmt::format("The law lists no source {}.", words[1]));
      }
      story_.sources.push_back(words[1]);
    } else if (first == "tag") {
      if (words[1] != "every-step" && words[1] != "own-store")
        return refuse(Code::malformed, fmt::format("There is no tag {}.", words[1]));
      story_.tags.push_back(words[1]);
    } else {
      const auto name = "law/overlays/" + words[1] + ".toml";
      const auto overlay = embedded(name);
      if (!overlay) return refuse(Code::malformed, fmt::format("There is no overlay {}.", words[1]));
      auto own = england(LawText{name, *overlay});
      if (!own) return refuse(own.error());
      own_law_ = std::move(*own);
      story_.overlay = words[1];
    }
    return {};
  }

  Result<void> person(const Words& words) {
    if (words.size() != 2 || !is_reference(words[1])) return refuse(Code::malformed, "Write: as person-1");
    return add(PersonSet{words[1]});
  }

  Result<Date> only_day(const Words& words) {
    auto day = day_in_words(words, 1);
    if (day && words.size() != 5) return refuse(Code::malformed, "Nothing stands after a day.");
    return day;
  }

  Result<void> day(const Words& words) {
    const auto day = only_day(words);
    if (!day) return refuse(day.error());
    has_day_ = true;
    return add(DaySet{*day});
  }

  Result<void> look_back(const Words& words) {
    const auto day = only_day(words);
    if (!day) return refuse(day.error());
    return add(LookedBack{*day});
  }

  Result<void> expectation(const Words& words) {
    auto expected = parse_expectation(words, own_law_ ? *own_law_ : law_);
    if (!expected) return refuse(expected.error());
    return add(std::move(*expected));
  }

  /// `refuse … with CODE [at POINTER]`
  Result<void> refusal(Words words) {
    RefusalExpected expected{};
    if (words.size() > 4 && words[words.size() - 2] == "at") {
      expected.pointer = words.back();
      words.resize(words.size() - 2);
    }
    const auto* code = words.size() > 2 ? find_code(words.back()) : nullptr;
    if (code == nullptr || words[words.size() - 2] != "with") {
      return refuse(Code::malformed, "A refusal ends in \"with\" and the code of a refusal.");
    }
    expected.code = code->code;
    words.resize(words.size() - 2);
    if (words.front() == "correct") return correct(after(words, 1), expected);
    if (words.front() == "withdraw") return withdraw(after(words, 1), expected);
    return record(words, expected);
  }

  /// Takes `case=B` and `as-entry NAME` out of the words.
  Result<void> aside(Words& words, Attempt& attempt) {
    Words kept;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words[i].rfind("case=", 0) == 0) {
        attempt.letter = words[i].substr(5);
        if (attempt.letter.size() != 1 || attempt.letter[0] < 'A' || attempt.letter[0] > 'Z') {
          return refuse(Code::malformed, "Cases have letters, such as case=B.");
        }
      } else if (words[i] == "as-entry") {
        if (i + 1 == words.size() || !is_reference(words[i + 1])) {
          return refuse(Code::malformed, "Name the entry, such as as-entry report.");
        }
        attempt.name = words[++i];
        if (sent_.contains(attempt.name)) {
          return refuse(Code::malformed, fmt::format("There is an entry {} already.", attempt.name));
        }
      } else {
        kept.push_back(words[i]);
      }
    }
    words = std::move(kept);
    return {};
  }

  /// Reads the entry as a request would be read. What the schema has against it is told to whoever expects a refusal.
  Result<void> put(Attempt& attempt, const json::object& entry) {
    auto read = read_entry(entry, Origin::request);
    if (read) {
      attempt.entry = std::move(*read);
      return {};
    }
    if (attempt.refused) {
      attempt.malformed = read.error();
      return {};
    }
    const auto& fault = read.error().violations.front();
    return refuse(Code::malformed, fmt::format("{} {}", fault.pointer, fault.message));
  }

  Result<void> record(Words words, std::optional<RefusalExpected> refused) {
    Attempt attempt;
    attempt.refused = std::move(refused);
    if (const auto done = aside(words, attempt); !done) return done;
    if (words.empty()) return refuse(Code::malformed, "Say what happened.");
    const auto* kind = find_kind(words.front());
    if (kind == nullptr || kind->name != words.front()) {
      return refuse(Code::malformed, fmt::format("There is no kind of entry {}.", words.front()));
    }
    auto entry = entry_words(*kind, after(words, 1), law_);
    if (!entry) return refuse(entry.error());
    if (const auto done = put(attempt, *entry); !done) return done;
    if (!attempt.name.empty()) sent_[attempt.name] = Sent{kind, std::move(*entry)};
    return add(std::move(attempt));
  }

  Result<Sent*> named(const Words& words) {
    const auto found = words.empty() ? sent_.end() : sent_.find(words.front());
    if (found != sent_.end()) return &found->second;
    return refuse(Code::malformed, "Name an entry that an earlier line recorded with as-entry.");
  }

  /// `correct NAME with field=value …`: the entry as it was sent, with these fields instead.
  Result<void> correct(Words words, std::optional<RefusalExpected> refused) {
    Attempt attempt;
    attempt.refused = std::move(refused);
    if (const auto done = aside(words, attempt); !done) return done;
    const auto sent = named(words);
    if (!sent) return refuse(sent.error());
    if (words.size() < 3 || words[1] != "with") return refuse(Code::malformed, "Write: correct NAME with field=value");
    const auto& kind = *(*sent)->kind;
    auto changes = entry_words(kind, after(words, 2), law_);
    if (!changes) return refuse(changes.error());
    json::object replacement = (*sent)->entry;
    for (const auto& [key, value] : changes->at(kind.json).as_object()) replacement[kind.json].as_object()[key] = value;
    for (const auto& [key, value] : *changes) {
      if (key != kind.json) replacement[key] = value;
    }
    const json::object entry{{"entryCorrected", json::object{{"entry", entry_placeholder(words.front())},
                                                             {"replacement", replacement},
                                                             {"reason", "It was recorded wrongly."}}}};
    if (const auto done = put(attempt, entry); !done) return done;
    if (!attempt.refused) (*sent)->entry = std::move(replacement);
    if (!attempt.name.empty()) sent_[attempt.name] = Sent{find_kind("entry-corrected"), entry};
    return add(std::move(attempt));
  }

  /// `withdraw NAME reason=mistake`
  Result<void> withdraw(Words words, std::optional<RefusalExpected> refused) {
    Attempt attempt;
    attempt.refused = std::move(refused);
    if (const auto done = aside(words, attempt); !done) return done;
    if (const auto sent = named(words); !sent) return refuse(sent.error());
    auto entry = entry_words(*find_kind("entry-withdrawn"), after(words, 1), law_);
    if (!entry) return refuse(entry.error());
    (*entry)["entryWithdrawn"].as_object()["entry"] = entry_placeholder(words.front());
    if (const auto done = put(attempt, *entry); !done) return done;
    return add(std::move(attempt));
  }

  const RuleBook& law_;
  std::optional<RuleBook> own_law_{};  ///< with the overlay of the story, where it has one
  Story story_;
  std::map<std::string, Sent> sent_;
  bool has_day_ = false;
  int line_ = 0;
  std::string text_;
};

}  // namespace

Result<Story> parse_story(std::string_view text, const std::string& file, const RuleBook& law) {
  Parser parser(file, law);
  int number = 0;
  while (!text.empty()) {
    ++number;
    const auto end = text.find('\n');
    const auto line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    const auto words = words_of(line);
    if (words && words->empty()) continue;
    if (words) parser.at(number, joined(*words, 0));
    const auto done = words ? parser.line(*words) : Result<void>(refuse(words.error()));
    if (!done) return refuse(Code::malformed, fmt::format("{}:{}: {}", file, number, done.error().says));
  }
  if (!parser.told())
    return refuse(Code::malformed, fmt::format("{}:{}: Nothing happens in this story.", file, number));
  return parser.take();
}

}  // namespace review
