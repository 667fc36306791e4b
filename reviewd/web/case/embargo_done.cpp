#include "reviewd/web/case/embargo_done.hpp"

#include <boost/json/array.hpp>

#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/joined_words.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

std::string kind_of_turn(const json::value& embargo, const std::string& entry) {
  for (const auto& turn : list_in(embargo, "history")) {
    if (!entry.empty() && text_in(turn, "entry") == entry) return text_in(turn, "kind");
  }
  return {};
}

Done extended(const json::value& embargo) {
  return {"The embargo is extended", "It is to be looked at by " + day_words(text_in(embargo, "reviewOn")) +
                                         ". Somebody is reminded before that day. Whoever agreed to lift it before has "
                                         "to agree again."};
}

Done named(const json::value& embargo, const Register& known) {
  const auto who = joined_words(embargo, "readers", [&](const std::string& one) { return known.person(one); });
  return {"Its readers are named", "From now on these may read what it covers, and nobody else: " + who + "."};
}

Done proposed(const json::value& embargo) {
  if (flag_in(embargo, "agreedBeforehand")) {
    return {"Two people have agreed beforehand to lift it",
            "When what must have happened has happened, one of them lifts it on this page. It holds until then."};
  }
  return {"It is proposed to lift the embargo",
          "It waits for a second person, who finds it on their home page and under Reminders. The embargo holds until "
          "then."};
}

Done lifted(const json::value& of_case) {
  const bool held = !list_in(of_case, "holds").empty();
  return {"The embargo is lifted", std::string("Everybody who sees the case can read what it covered, unless another "
                                               "embargo covers it. Nothing is published by that. ") +
                                       (held ? "Something else still holds publication: the page of the case says what."
                                             : "Nothing holds publication now.")};
}

}  // namespace

Done embargo_done(const json::value& of_case, const json::value& embargo, const std::string& entry,
                  const Register& known) {
  const auto kind = kind_of_turn(embargo, entry);
  if (kind == "embargo-extended") return extended(embargo);
  if (kind == "embargo-readers-named") return named(embargo, known);
  if (kind == "embargo-lift-proposed") return proposed(embargo);
  return kind == "embargo-lifted" ? lifted(of_case) : Done();
}

}  // namespace reviewd
