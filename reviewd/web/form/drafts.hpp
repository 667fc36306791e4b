#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <optional>
#include <string>

#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/words/form_typed.hpp"

namespace reviewd {

/// A draft of the visitor, as the API gives it.
struct WebDraft {
  std::string id;
  std::string kind;     ///< in its JSON name
  std::string case_id;  ///< empty for an entry that opens a case
  std::string changed;  ///< the day, in words
  std::string expires;  ///< the day, in words
  std::string became;   ///< the case that it was recorded in; empty while it is open
  Typed typed;
  std::string takes_up{};  ///< as in EntryForm; empty where the new case takes up nothing
};

/// The draft of that name; nothing where the visitor has none.
[[nodiscard]] std::optional<WebDraft> draft_called(const PageCall& call, const std::string& id);
/// Begins one, or keeps what was typed in the one that there is; its answer is the draft, or why not.
[[nodiscard]] ApiAnswer save_draft(const PageCall& call, const WebDraft& draft);
/// The draft was recorded in a case. One that is gone meanwhile is no fault.
void draft_recorded(const PageCall& call, const std::string& id, const std::string& case_id);

/// Where a draft is gone on with.
[[nodiscard]] std::string address_of_draft(const std::string& kind, const std::string& case_id, const std::string& id);
/// The visitor's open drafts in words, of one case or of all (empty): `words`, `href`, `changed`, `deletes`. They name
/// nobody.
[[nodiscard]] boost::json::array draft_rows(const PageCall& call, const std::string& case_id);

/// Puts them into a view, for the template `drafts`, and whether one was saved just now, for `saved`.
void put_drafts(View& view, const PageCall& call, const std::string& case_id);

}  // namespace reviewd
