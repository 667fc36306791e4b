#pragma once

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <string>

#include "libreview/vocabulary/kinds.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/words/form_offers.hpp"
#include "reviewd/web/words/form_typed.hpp"

namespace reviewd {

/// One form of one kind of entry, between the page that shows it and the API that takes it.
struct EntryForm {
  const PageCall& call;
  const review::Kind& kind;
  std::string case_id;  ///< or of a programme; empty for an entry that opens one
  Typed typed;
  std::string version;         ///< of the case that the person saw; empty for a new case
  std::string key;             ///< the same for every time that the form is sent
  std::string draft{};         ///< in which the answers are kept meanwhile; empty while they are not
  bool finds_earlier = false;  ///< the page is to show what was recommended before

  bool suggests = false;   ///< themes are suggested from what was typed
  std::string takes_up{};  ///< what the new case takes up: a referral of an audit, as `p26-0001/ENTRY`; empty for one
                           ///< that takes up none

  [[nodiscard]] bool opens_case() const { return case_id.empty(); }
  /// The sort of record that it is recorded in: `case`, `programme`.
  [[nodiscard]] std::string_view sort() const;
  /// `Case 26-0007`, or `New case`.
  [[nodiscard]] std::string caption() const;
  /// Where the form is shown and sent.
  [[nodiscard]] std::string address() const;
  /// What the form is called.
  [[nodiscard]] std::string title() const;
};

/// Whether the form of a kind asks how a child was harmed or died.
[[nodiscard]] bool describes_harm(const review::Kind& kind);

/// What a form knows of its case.
struct FormCase {
  boost::json::value shown;  ///< the Case of the API; null for a new one
  Offers offers;
};
/// Asks for it. An answer that is no success is in `refused`.
struct FormCaseAnswer {
  FormCase of;
  int refused = 0;
  boost::json::value problem;
};
[[nodiscard]] FormCaseAnswer case_for(const EntryForm& form);

/// Every entry of the case that the visitor may see, oldest first. Stops where the API refuses.
[[nodiscard]] boost::json::array entries_of(const EntryForm& form);

/// The form before anything was typed but what the address says: with the answers that leave no choice.
[[nodiscard]] Response first_form_page(EntryForm form);
/// The form itself; with `problem`, what the API refused it with.
[[nodiscard]] Response form_page(const EntryForm& form, int status = 200, const boost::json::value& problem = {});
/// What would be recorded, and which clocks would start, stop or move; nothing is recorded yet.
[[nodiscard]] Response preview_page(const EntryForm& form, const boost::json::value& preview);
/// Somebody else recorded something meanwhile: what, and a way on with what was typed.
[[nodiscard]] Response stale_page(const EntryForm& form);

}  // namespace reviewd
